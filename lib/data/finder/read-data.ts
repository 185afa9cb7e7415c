import path from 'node:path';
import type { DataFile, DataSet } from '../data-sets';
import type { Provenance } from '../dataset';
import { DataUnavailable } from './data-unavailable';
import { download } from './download';
import { DownloadFailed } from './download-failed';
import { keep } from './keep';
import { localFile } from './local-file';
import { reportDownload } from './on-download';
import { type Places, usualPlaces } from './places';

/** The bytes of a data set and where they came from. */
export interface FoundData {
  /** By file name; every SHA-256 was checked. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly provenance: Provenance;
}

/**
 * Reads every file of a data set from the first place that has it; what no place has is downloaded into the cache.
 *
 * @throws DataUnavailable if a file can't be had; DamagedFile if a file is there but isn't the published one
 */
export async function readData(set: DataSet, places?: Places): Promise<FoundData> {
  const where = places ?? (await usualPlaces());
  const files = new Map<string, Buffer>();
  const origins = new Set<string>();
  const found = new Set<string>();
  const missing: DataFile[] = [];
  for (const file of set.files) {
    const local = await localFile(set, file, where);
    if (!local) {
      missing.push(file);
      continue;
    }
    files.set(file.name, local.bytes);
    origins.add(local.from);
    found.add(local.place);
  }
  if (missing.length > 0) {
    for (const [name, bytes] of await fetchMissing(set, missing, where)) files.set(name, bytes);
    for (const { url } of missing) origins.add(path.posix.dirname(url));
  }
  const passedOver = where.mirror && (missing.length > 0 || found.has('cache') || found.has('package'));
  const { name, licence, source } = set;
  const kind = found.has('package') ? 'npm' : 'real';
  const provenance: Provenance = { name, kind, from: [...origins].join('; '), licence, source };
  const note = `LINEAGE_DATA is set, but does not hold all of ${name}`;
  return { files, provenance: passedOver ? { ...provenance, note } : provenance };
}

/** Downloads files one after the other and keeps them in the cache. */
async function fetchMissing(set: DataSet, missing: readonly DataFile[], places: Places) {
  if (!places.download) throw new DataUnavailable(set, missing, places, 'not allowed here');
  const fetched = new Map<string, Buffer>();
  const total = missing.reduce((sum, { bytes }) => sum + bytes, 0);
  let before = 0;
  try {
    for (const file of missing) {
      const bytes = await download(set, file, places.patience, (received) =>
        reportDownload({ set: set.name, file: file.name, received: before + received, total }),
      );
      keep(path.join(places.cache, set.name, file.name), bytes);
      fetched.set(file.name, bytes);
      before += file.bytes;
    }
  } catch (cause) {
    if (!(cause instanceof DownloadFailed)) throw cause;
    const left = missing.filter(({ name }) => !fetched.has(name));
    throw new DataUnavailable(set, left, places, cause.message);
  }
  return fetched;
}
