import { SparseVector } from './sparse-vector';
import type { Vocabulary } from './vocabulary';

/**
 * A text as the number of times that it uses each word of the vocabulary: the sum of its words' one-hot vectors. The
 * order of the words is lost, and words outside of the vocabulary are passed over.
 *
 * Source: the name is from Harris, "Distributional structure", 1954.
 *
 * @param tokens the text's words, as `words` gives them; none give zeros
 * @returns `[vocabulary.size]`
 * @example bagOfWords(['to', 'be', 'or', 'to'], new Vocabulary(['be', 'to'])).toDense() // [1, 2]
 */
export function bagOfWords(tokens: Iterable<string>, vocabulary: Vocabulary): SparseVector {
  const counts = new Map<number, number>();
  for (const token of tokens) {
    if (!vocabulary.has(token)) continue;
    const id = vocabulary.id(token);
    // count(w) = how often w occurs
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return SparseVector.of(vocabulary.size, counts);
}
