import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { Problem } from './problem.mjs';
import { size } from './report.mjs';

/** Bytes that may still be written where the clone lies. */
export function free(folder = root) {
  const { bavail, bsize } = fs.statfsSync(folder);
  return bavail * bsize;
}

/** Refuses a step at the door that the disk has no room for. */
export function expectSpace(what, bytes, left = free()) {
  if (left >= bytes) return;
  throw new Problem(
    `${what}: expected ${size(bytes)} free on the disk, got ${size(left)}`,
    'make room, then type the same command again',
  );
}

/** Bytes of all files under a folder so far; 0 where there is none. */
export function weigh(folder) {
  let bytes = 0;
  for (const name of list(folder)) {
    const file = path.join(folder, name);
    const stat = fs.lstatSync(file, { throwIfNoEntry: false }); // it may have been moved since
    if (stat?.isDirectory()) bytes += weigh(file);
    else bytes += stat?.size ?? 0;
  }
  return bytes;
}

function list(folder) {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}
