import { writeAside } from '../../write-aside';

/**
 * Writes a downloaded file into the cache, whole or not at all.
 *
 * Several processes may keep the same file at once; the last one wins.
 *
 * @throws Error naming the file and why it could not be written, such as a full disk
 */
export function keep(target: string, bytes: Uint8Array): void {
  try {
    writeAside(target, [bytes], `${target}.tmp-${process.pid}`);
  } catch (cause) {
    const { message } = cause as Error;
    throw new Error(`${message} Or set LINEAGE_DATA to a folder that holds the file.`, { cause });
  }
}
