import { words } from '../text/words';
import { brown } from './brown';
import type { Provenance } from './dataset';
import { DataUnavailable, type Places } from './finder';
import { readText } from './read-text';

/** Sentences of words in small letters and where they came from. */
export interface Plays {
  readonly sentences: readonly (readonly string[])[];
  readonly provenance: Provenance;
}

/** What ends a sentence, or a speech. */
const end = /[.!?][\s'"-]+|\n\s*\n/;

/**
 * Shakespeare's plays where they can be had, else the fiction of the Brown corpus, whose provenance says so and why.
 *
 * Only data that are nowhere to be found are replaced: a damaged file or a wrong `LINEAGE_DATA` throws.
 */
export async function plays(places?: Places): Promise<Plays> {
  try {
    const { text, provenance } = await readText('tinyshakespeare', places);
    const sentences = text.split(end).map(words);
    return { sentences: sentences.filter((sentence) => sentence.length > 0), provenance };
  } catch (cause) {
    if (!(cause instanceof DataUnavailable)) throw cause;
    const { texts, provenance } = await brown();
    const fiction = texts.filter(({ category }) => /fiction|mystery|adventure|romance|humor/.test(category));
    const note = `Shakespeare could not be had (${cause.failure}): these are the Brown corpus's stories`;
    return {
      sentences: fiction.flatMap(({ sentences }) => sentences),
      provenance: { ...provenance, name: 'Brown corpus, fiction', note },
    };
  }
}
