import { expectSize } from '../expect/expect-size';
import type { Linear } from '../nn';
import type { Vocabulary } from '../text';

/** A word and how much it speaks for a class. */
export interface TellingWord {
  readonly word: string;
  /** What one more of it adds to the logit of its class, less what it adds to the other's. */
  readonly weight: number;
}

/** Which words {@link tellingWords} looks for. */
export interface TellingWordsOptions {
  /** The class that they speak for. */
  readonly class: 0 | 1;
  /** How many; 0 gives none, more than there are gives all. */
  readonly k: number;
  /** Which ids may be chosen; all by default. */
  readonly among?: (id: number) => boolean;
}

/**
 * The words that speak most for one of two classes, the most telling first.
 *
 * @param model a linear classifier of two classes over the vocabulary, trained or counted
 */
export function tellingWords(
  { weight, inSize, outSize }: Linear,
  vocabulary: Vocabulary,
  { class: chosen, k, among = () => true }: TellingWordsOptions,
): TellingWord[] {
  if (outSize !== 2 || inSize !== vocabulary.size)
    throw new Error(
      `tellingWords: expected a Linear(${vocabulary.size} → 2) for ${vocabulary.size} words, got Linear(${inSize} → ${outSize})`,
    );
  expectSize('tellingWords', 'words', k, 0);
  const weights = weight.dataSync();
  const told = vocabulary.tokens.flatMap((word, id) => {
    // weight = W[word, class] − W[word, other]
    const difference = weights[2 * id + chosen] - weights[2 * id + 1 - chosen];
    return among(id) ? [{ word, weight: difference }] : [];
  });
  return told.sort((a, b) => b.weight - a.weight).slice(0, k);
}
