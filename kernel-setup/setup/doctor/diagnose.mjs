import { size } from '../report.mjs';
import { free } from '../space.mjs';
import { findBackend } from './find-backend.mjs';
import { findData } from './find-data.mjs';
import { findJupyter } from './find-jupyter.mjs';
import { findPackages } from './find-packages.mjs';
import { findCompiler, findPython } from './find-tools.mjs';

/**
 * One thing that was looked at: what it is, how it stands, and what mends it.
 *
 * @typedef {{ what: string, is: string, good: boolean, mend?: { by: string, optional?: boolean } }} Finding
 */

/** Looks at everything the lessons stand on. @returns {Promise<Finding[]>} */
export async function diagnose() {
  const packages = findPackages();
  return [
    findNode(),
    packages,
    ...(await findBackend(packages.good)),
    await findPython(),
    await findCompiler(),
    ...findJupyter(),
    await findData(),
    findSpace(),
  ];
}

const nodes = { oldest: 20, newest: 26 };

/** @returns {Finding} */
export function findNode(version = process.versions.node) {
  const major = Number.parseInt(version, 10);
  const good = major >= nodes.oldest && major <= nodes.newest;
  const wanted = `Node ${nodes.oldest} to ${nodes.newest}`;
  if (good) return { what: 'Node', is: `${version} (${process.platform}-${process.arch})`, good };
  const newer = major > nodes.newest;
  return {
    what: 'Node',
    is: `${version}; the course was tried with ${wanted}`,
    good,
    mend: { by: `install ${wanted} from nodejs.org`, optional: newer },
  };
}

/** @returns {Finding} */
function findSpace() {
  const left = free();
  const good = left > 1e9;
  return {
    what: 'Free disk',
    is: size(left),
    good,
    ...(!good && { mend: { by: 'make room', optional: true } }),
  };
}
