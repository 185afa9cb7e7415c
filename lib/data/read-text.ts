import { type DataSetName, dataSets } from './data-sets';
import type { Provenance } from './dataset';
import { type Places, readData } from './finder';

/** The text of a published file and where it came from. */
export interface FoundText {
  readonly text: string;
  readonly provenance: Provenance;
}

/**
 * The first file of a data set as text in UTF-8, without a byte order mark.
 *
 * @throws DataUnavailable if it can't be had; DamagedFile if the file isn't the published one
 * @example const { text } = await readText('names');
 */
export async function readText(name: DataSetName, places?: Places): Promise<FoundText> {
  const set = dataSets[name];
  const { files, provenance } = await readData(set, places);
  return { text: new TextDecoder().decode(files.get(set.files[0].name)), provenance };
}
