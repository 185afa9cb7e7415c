import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a file whole or not at all: beside its place as `<file>.tmp`, flushed to the disk, then renamed.
 *
 * A process killed in the middle leaves the earlier file as it was. Folders on the way are made.
 *
 * @throws Error naming the file when the disk refuses; nothing is left behind then
 */
export function writeAside(file: string, chunks: readonly Uint8Array[]): void {
  const aside = `${file}.tmp`;
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
    throw new Error(`writeAside: can't write ${file}: ${(cause as Error).message}`, { cause });
  }
}

/** One call to the system may write only a part. */
function writeWhole(descriptor: number, chunk: Uint8Array): void {
  for (let written = 0; written < chunk.length; ) written += writeSync(descriptor, chunk, written);
}
