import { type DataSetName, dataSets } from '../data-sets';
import { type LocalFile, localFile } from './local-file';
import { type Places, usualPlaces } from './places';

/** Where a file of a data set would be read from, or the address it would be downloaded from. */
export interface FoundFile {
  readonly file: string;
  readonly place: LocalFile['place'] | 'download';
  readonly from: string;
}

/**
 * Where each file of a data set would come from; downloads nothing.
 *
 * @throws DamagedFile if a file is there but isn't the published one
 * @example (await findData('mnist')).every(({ place }) => place !== 'download')   // can be used offline
 */
export async function findData(name: DataSetName, places?: Places): Promise<readonly FoundFile[]> {
  const set = dataSets[name];
  const where = places ?? (await usualPlaces());
  const found: FoundFile[] = [];
  for (const file of set.files) {
    const { place, from } = (await localFile(set, file, where)) ?? { place: 'download', from: file.url };
    found.push({ file: file.name, place, from });
  }
  return found;
}
