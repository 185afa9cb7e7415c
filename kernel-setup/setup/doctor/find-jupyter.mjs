import fs from 'node:fs';
import path from 'node:path';
import { hasJupyter } from '../jupyter.mjs';
import { kernelspec, kernelspecFile } from '../kernelspec.mjs';
import { at } from '../paths.mjs';
import { stamped } from '../stamp.mjs';

/** @returns {import('./diagnose.mjs').Finding[]} */
export function findJupyter() {
  const mend = { by: 'npm start' };
  if (!hasJupyter()) return [{ what: 'JupyterLab', is: 'not installed', good: false, mend }];
  return [{ what: 'JupyterLab', is: version('jupyterlab') ?? 'installed', good: true }, findKernelspec(mend)];
}

/** @returns {import('./diagnose.mjs').Finding} */
function findKernelspec(mend) {
  const what = 'Kernel';
  const written = stamped(kernelspecFile);
  if (JSON.stringify(written) === JSON.stringify(kernelspec()))
    return { what, is: written.display_name, good: true };
  return { what, is: written ? 'set up for another Node or folder' : 'not set up', good: false, mend };
}

/** The version of a package in `.venv`, by its folder's name. */
function version(name) {
  const library = process.platform === 'win32' ? at('.venv/Lib') : at('.venv/lib');
  const pattern = new RegExp(`^${name}-(.+)\\.dist-info$`);
  const inside = fs.readdirSync(library).flatMap((folder) => {
    const packages =
      folder === 'site-packages' ? path.join(library, folder) : path.join(library, folder, 'site-packages');
    return fs.existsSync(packages) ? fs.readdirSync(packages) : [];
  });
  return inside.map((entry) => entry.match(pattern)?.[1]).find(Boolean);
}
