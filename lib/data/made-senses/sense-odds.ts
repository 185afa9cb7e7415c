import { end, sentenceMarks } from '../../text/sentence-coder';
import { type Pattern, patterns } from './patterns';

/**
 * The true probabilities of the word between two halves of a sentence of `madeSenses`: the best that anyone can know.
 *
 * @param left all words before it
 * @param right all words behind it, none at the end of a sentence; not given: nobody knows what follows, nor how long the
 * sentence is, and `<end>` is among the answers
 * @returns probabilities, which sum to 1, from the likeliest to the least likely; none if there is no such sentence
 * @example senseOdds(['the', 'angler', 'saw', 'the']) // bank 0.5, bridge 0.25, mill 0.25
 */
export function senseOdds(left: readonly string[], right?: readonly string[]): Map<string, number> {
  const place = left.length;
  const odds = new Map<string, number>();
  let total = 0;
  for (const pattern of patterns) {
    const { places, probability } = pattern;
    if (places.length < place || (right && places.length !== place + 1 + right.length)) continue;
    // P(pattern) · Π P(word at its place)
    const weight = probability * likelihood(pattern, left, 0) * likelihood(pattern, right ?? [], place + 1);
    const words = places[place] ?? new Map([[sentenceMarks[end], 1]]);
    if (weight > 0) for (const [word, p] of words) odds.set(word, (odds.get(word) ?? 0) + weight * p);
    total += weight;
  }
  const sorted = [...odds].sort(([a, p], [b, q]) => q - p || (a < b ? -1 : 1));
  return new Map(sorted.map(([word, p]) => [word, p / total]));
}

/** Whether the words are a whole sentence of `madeSenses`. */
export function isMadeSentence(tokens: readonly string[]): boolean {
  return patterns.some(
    (pattern) => pattern.places.length === tokens.length && likelihood(pattern, tokens, 0) > 0,
  );
}

/** How likely these words are at their places, the first of them at `from`. */
function likelihood({ places }: Pattern, words: readonly string[], from: number): number {
  return words.reduce((product, word, index) => product * (places[from + index].get(word) ?? 0), 1);
}
