import fs from 'node:fs';
import { cacheElsewhere, npm } from './npm.mjs';
import { at, scratch } from './paths.mjs';
import { Problem } from './problem.mjs';
import { reason, slow } from './reason.mjs';
import { step } from './report.mjs';
import { run } from './run.mjs';
import { expectSpace } from './space.mjs';
import { stamped } from './stamp.mjs';

const flags = [
  ...['--ignore-scripts', '--include=dev', '--include=optional'],
  ...['--no-audit', '--no-fund', '--no-progress', '--loglevel=error'],
];

/** Installs the npm packages of package-lock.json, unless they are there. */
export async function packages() {
  const wanted = stamped(at('package-lock.json'));
  if (!wanted)
    throw new Problem('package-lock.json can’t be read', 'restore it: git checkout package-lock.json');
  if (missing(wanted, stamped(at('node_modules/.package-lock.json'))).length === 0) return;
  const script = npm();
  if (!script) throw new Problem('npm was not found beside Node', 'start with npm: npm start');
  expectSpace('the npm packages', 800e6);
  const cache = cacheElsewhere(scratch('npm-cache'));
  let result;
  await step('npm packages, about 650 MB', async () => {
    const env = { ...process.env, ...(cache && { npm_config_cache: cache }) };
    const ci = (retries) =>
      run(process.execPath, [script, 'ci', ...flags, `--fetch-retries=${retries}`], { env });
    // Without a network the reader learns it at once; only a slow one gets more patience, and goes on from npm's cache.
    result = await ci(0);
    if (result.code !== 0 && reason(result) === slow) result = await ci(4);
    if (cache) fs.rmSync(cache, { recursive: true, force: true });
    return result.code === 0 ? 'installed' : 'failed';
  });
  if (result.code === 0) return;
  const said = result.output
    .split('\n')
    .filter((line) => /^npm error/.test(line))
    .slice(0, 8)
    .join('\n');
  throw new Problem(
    `the npm packages could not be installed: ${reason(result)}\n${said}`,
    'mend that, then type the same command again',
  );
}

/**
 * The packages of a lock that aren't installed at the version it names.
 *
 * npm writes its own record of what it installed last of all, so a run that was cut short leaves none.
 * Packages for other systems don't count.
 */
export function missing(lock, installed, { platform, arch } = process) {
  return Object.entries(lock.packages)
    .filter(([where, { optional, os, cpu, libc }]) => {
      if (where === '') return false;
      if (!optional) return true;
      return !libc && os?.includes(platform) && cpu?.includes(arch);
    })
    .filter(([where, { version }]) => installed?.packages[where]?.version !== version)
    .map(([where]) => where);
}
