import fs from 'node:fs';
import { cacheElsewhere, npm } from './npm.mjs';
import { at, scratch } from './paths.mjs';
import { Problem } from './problem.mjs';
import { reason, slow } from './reason.mjs';
import { step } from './report.mjs';
import { run } from './run.mjs';
import { expectSpace, free } from './space.mjs';
import { stamped } from './stamp.mjs';

const flags = [
  ...['--ignore-scripts', '--include=dev', '--include=optional'],
  ...['--no-audit', '--no-fund', '--no-progress', '--loglevel=warn'],
];

const cut = /TAR_ENTRY_ERROR/;

/** npm goes on for minutes on a full disk. */
const giveUp = () => (free() < 5e6 ? 'the disk is full' : undefined);

/** Installs the npm packages of package-lock.json, unless they are there. */
export async function packages() {
  const wanted = stamped(at('package-lock.json'));
  if (!wanted)
    throw new Problem('package-lock.json can’t be read', 'restore it: git checkout package-lock.json');
  const record = at('node_modules/.package-lock.json');
  const complete = () => missing(wanted, stamped(record)).length === 0;
  if (complete()) return;
  const script = npm();
  if (!script) throw new Problem('npm was not found beside Node', 'start with npm: npm start');
  expectSpace('the npm packages', 800e6);
  const cache = cacheElsewhere(scratch('npm-cache'));
  let result;
  await step('npm packages, about 650 MB', async () => {
    const env = { ...process.env, ...(cache && { npm_config_cache: cache }) };
    const ci = (retries) =>
      run(process.execPath, [script, 'ci', ...flags, `--fetch-retries=${retries}`], { env, giveUp });
    // Without a network the reader learns it at once; only a slow one gets more patience, and goes on from npm's cache.
    result = await ci(0);
    if (result.code !== 0 && reason(result) === slow) result = await ci(4);
    if (cache) fs.rmSync(cache, { recursive: true, force: true });
    // npm only warns of a file that it couldn't unpack, as on a full disk, and ends well.
    if (cut.test(result.output)) fs.rmSync(record, { force: true });
    return complete() ? 'installed' : 'failed';
  });
  if (complete()) return;
  const lines = result.output.split('\n').filter((line) => /^npm error/.test(line) || cut.test(line));
  const said = [...new Set(lines)].slice(0, 8).join('\n');
  throw new Problem(
    `the npm packages could not be installed: ${[reason(result), said].filter(Boolean).join('\n')}`,
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
