import type { Provenance } from './dataset';
import type { Places } from './finder';
import { readText } from './read-text';

/** "a is to b as c is to d": the words in this order, and what kind of question it is. */
export interface Analogy {
  readonly section: string;
  readonly words: readonly [string, string, string, string];
}

/** Analogies and where they came from. */
export interface Analogies {
  readonly questions: readonly Analogy[];
  readonly provenance: Provenance;
}

/**
 * Google's 19,544 analogies in 14 sections, in small letters.
 *
 * @throws DataUnavailable if they can't be had; DamagedFile if the file isn't the published one
 */
export async function googleAnalogies(places?: Places): Promise<Analogies> {
  const { text, provenance } = await readText('google-analogies', places);
  let section = '';
  const questions: Analogy[] = [];
  for (const line of text.trim().split(/\r?\n/)) {
    if (line.startsWith(':')) section = line.slice(1).trim();
    else questions.push({ section, words: line.toLowerCase().split(' ') as unknown as Analogy['words'] });
  }
  return { questions, provenance };
}
