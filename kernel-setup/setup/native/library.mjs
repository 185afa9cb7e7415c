import fs from 'node:fs';
import path from 'node:path';
import { at, native, scratch } from '../paths.mjs';
import { fits, stamp, stamped } from '../stamp.mjs';

/** The tfjs-node package, which looks for the library in its own `deps` and `lib`. */
export const tfjsNode = (...parts) => at('node_modules/@tensorflow/tfjs-node', ...parts);

/** The library's home outside node_modules, linked from there. */
export const home = (...parts) => native('tensorflow', ...parts);

const ok = native('ok');
const failed = native('failed');
const folders = ['deps', 'lib'];

/** What an attempt, good or bad, holds for. */
function conditions() {
  const { version } = stamped(tfjsNode('package.json')) ?? {};
  return { tfjs: version, node: process.version, platform: process.platform, arch: process.arch };
}

/** Whether the library is there and was seen to work under the same conditions. */
export const works = () => complete() && fits(ok, conditions());

/** Whether both folders are in the library's home. */
export const complete = () => folders.every((folder) => fs.existsSync(home(folder)));

/** How the library was got, such as `official build`. */
export const origin = () => stamped(ok)?.origin;

/** Remembers that the library works, and where it came from. */
export function remember(from) {
  fs.rmSync(failed, { force: true });
  stamp(ok, { ...conditions(), origin: from });
}

/** Remembers why no library could be had, so that the next start doesn't try it all again. */
export function rememberFailure(reasons, tools) {
  fs.rmSync(ok, { force: true });
  stamp(failed, { ...conditions(), reasons, tools });
}

/** The last failed attempt under the same conditions. */
export const failure = () => (fits(failed, conditions()) ? stamped(failed) : undefined);

/**
 * Moves what an installer left inside the package to the library's home, then links it from the package.
 *
 * Each folder is one rename, so a run that is cut short goes on here the next time.
 */
export function settle() {
  for (const folder of folders) {
    const inside = fs.lstatSync(tfjsNode(folder), { throwIfNoEntry: false });
    if (inside?.isDirectory()) {
      const old = scratch(`${folder}-${process.pid}`);
      fs.mkdirSync(scratch(), { recursive: true });
      fs.mkdirSync(home(), { recursive: true });
      if (fs.existsSync(home(folder))) fs.renameSync(home(folder), old);
      fs.renameSync(tfjsNode(folder), home(folder));
      link(folder);
      fs.rmSync(old, { recursive: true, force: true });
    } else if (fs.existsSync(home(folder))) link(folder);
  }
}

/** Points one folder of the package at the library's home; a link that is already right stays untouched. */
function link(folder) {
  const place = tfjsNode(folder);
  const windows = process.platform === 'win32';
  // A junction needs a full path; elsewhere a relative one survives a moved clone.
  const target = windows ? home(folder) : path.relative(tfjsNode(), home(folder));
  const present = fs.lstatSync(place, { throwIfNoEntry: false });
  if (present && path.relative(fs.readlinkSync(place), target) === '') return;
  const aside = `${place}.${process.pid}.tmp`;
  fs.symlinkSync(target, aside, windows ? 'junction' : 'dir');
  if (windows) fs.rmSync(place, { force: true, recursive: true });
  fs.renameSync(aside, place);
}
