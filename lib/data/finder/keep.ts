import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a file so that it is either whole or absent: aside first, then renamed.
 * Several processes may keep the same file at once; the last rename wins.
 *
 * @throws Error naming the file and why it could not be written, such as a full disk
 */
export async function keep(target: string, bytes: Uint8Array): Promise<void> {
  const aside = `${target}.tmp-${process.pid}-${randomUUID().slice(0, 8)}`;
  const fail = ({ message }: Error) => {
    throw new Error(
      `${target}: could not be written (${message}). ` +
        'Free space or change the permissions, or set LINEAGE_DATA to a folder that holds the file.',
    );
  };
  await mkdir(path.dirname(target), { recursive: true }).catch(fail);
  try {
    await writeWhole(aside, bytes).catch(fail);
    await rename(aside, target).catch(fail);
  } finally {
    await rm(aside, { force: true });
  }
}

async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  const file = await open(target, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync(); // on disk before it gets its name
  } finally {
    await file.close();
  }
}
