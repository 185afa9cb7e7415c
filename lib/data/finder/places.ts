import { stat } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../root';

/** Where the finder looks for the files of a data set, in this order. */
export interface Places {
  /** A folder with one folder per set, as `LINEAGE_DATA` names it. */
  readonly mirror?: string;
  /** The folder that downloads are kept in, laid out in the same way. */
  readonly cache: string;
  /** May a missing file be downloaded from its public address? */
  readonly download: boolean;
  /** How long a download may be silent before it is given up, in ms. */
  readonly patience: number;
}

/**
 * The usual places: the folder named by `LINEAGE_DATA` (relative to the clone), then `data/cache`, then npm packages,
 * then the public address.
 *
 * @throws if `LINEAGE_DATA` names no folder: a misspelt setting must not quietly become a download
 */
export async function usualPlaces(): Promise<Places> {
  const places = { cache: path.join(root(), 'data', 'cache'), download: true, patience: 15_000 };
  const setting = process.env.LINEAGE_DATA;
  if (!setting) return places;
  const mirror = path.resolve(root(), setting);
  const isFolder = await stat(mirror).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder)
    throw new Error(
      `LINEAGE_DATA=${setting}: expected a folder with one folder per data set, but there is none at ${mirror}. ` +
        'Correct it (a relative path starts at the clone), or unset it to use data/cache and the download.',
    );
  return { ...places, mirror };
}
