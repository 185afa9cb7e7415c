import { createHash } from 'node:crypto';
import type { DataFile, DataSet } from '../data-sets';

/** A file that is there but isn't the published one: cut, altered, or another file under its name. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

/**
 * Refuses bytes that aren't the published file.
 *
 * @param where the path or address they were read from
 * @param remedy what the reader can do, a sentence
 * @throws DamagedFile naming the file, what was expected and what was got
 */
export function expectIntact(
  set: DataSet,
  file: DataFile,
  bytes: Uint8Array,
  where: string,
  remedy: string,
): void {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length === file.bytes && sha256 === file.sha256) return;
  const other = set.files.find((candidate) => candidate.sha256 === sha256);
  throw new DamagedFile(
    `${set.name}: ${where} is not the published ${file.name}: ` +
      `expected ${file.bytes} bytes with SHA-256 ${file.sha256}, got ${bytes.length} bytes with SHA-256 ${sha256}` +
      `${other ? ` (that is ${other.name})` : ''}. ${remedy}`,
  );
}
