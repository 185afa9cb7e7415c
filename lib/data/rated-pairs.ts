import type { Provenance } from './dataset';
import type { Places } from './finder';
import { readText } from './read-text';

/** Two words and how much people found them to have to do with each other. */
export interface RatedPair {
  readonly first: string;
  readonly second: string;
  /** The mean of several people's marks, 0–10. */
  readonly rating: number;
}

/** Rated pairs of words and where they came from. */
export interface RatedPairs {
  readonly pairs: readonly RatedPair[];
  readonly provenance: Provenance;
}

/**
 * WordSim-353: 353 pairs rated for how *related* they are; "coffee" and "cup" are.
 *
 * @throws DataUnavailable if it can't be had; DamagedFile if the file isn't the published one
 */
export async function wordSim353(places?: Places): Promise<RatedPairs> {
  const { text, provenance } = await readText('wordsim353', places);
  return { pairs: ratedPairs(text, ',', 2), provenance };
}

/**
 * SimLex-999: 999 pairs rated for how *similar* they are; "coffee" and "cup" aren't.
 *
 * @throws DataUnavailable if it can't be had; DamagedFile if the file isn't the published one
 */
export async function simLex999(places?: Places): Promise<RatedPairs> {
  const { text, provenance } = await readText('simlex999', places);
  return { pairs: ratedPairs(text, '\t', 3), provenance };
}

/** The lines after the first: two words in small letters, and a rating in column `column`. */
function ratedPairs(text: string, divider: string, column: number): RatedPair[] {
  const lines = text.trim().split(/\r?\n/).slice(1);
  return lines.map((line) => {
    const fields = line.split(divider);
    return {
      first: fields[0].toLowerCase(),
      second: fields[1].toLowerCase(),
      rating: Number(fields[column]),
    };
  });
}
