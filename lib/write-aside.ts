import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a file whole or not at all: beside its place, flushed to the disk, then renamed.
 *
 * A process killed in the middle leaves the earlier file as it was. Folders on the way are made.
 *
 * @param aside where it is written first; a name of its own where several processes may write the same file at once
 * @throws Error naming the file and why it could not be written, such as a full disk; nothing is left behind then
 */
export function writeAside(file: string, chunks: readonly Uint8Array[], aside = `${file}.tmp`): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const descriptor = openSync(aside, 'w');
    try {
      for (const chunk of chunks) writeWhole(descriptor, chunk);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(aside, file);
  } catch (cause) {
    rmSync(aside, { force: true });
    const { message } = cause as Error;
    throw new Error(`${file}: could not be written (${message}). Free space or change the permissions.`, {
      cause,
    });
  }
}

/** One call to the system may write only a part. */
function writeWhole(descriptor: number, chunk: Uint8Array): void {
  for (let written = 0; written < chunk.length; ) written += writeSync(descriptor, chunk, written);
}
