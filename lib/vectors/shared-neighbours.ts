import { neighbours } from './neighbours';
import type { WordVectors } from './word-vectors';

/**
 * How far two sets of vectors agree on who is near whom: the share of a word's nearest words that both name, on average.
 *
 * The vectors themselves can't be compared: each training turns its space as it likes.
 *
 * @param words which words to ask about, at least one; both sets must have them
 * @param count how many nearest words to look at
 * @returns 0 … 1
 */
export function sharedNeighbours(
  first: WordVectors,
  second: WordVectors,
  words: readonly string[],
  count: number,
): number {
  if (words.length === 0) throw new Error('sharedNeighbours: expected at least one word, got none');
  const shared = words.map((word) => {
    const named = new Set(neighbours(first, word, count).map((near) => near.word));
    return neighbours(second, word, count).filter((near) => named.has(near.word)).length / count;
  });
  return shared.reduce((sum, share) => sum + share, 0) / words.length;
}
