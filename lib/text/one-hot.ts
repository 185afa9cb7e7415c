import { SparseVector } from './sparse-vector';
import type { Vocabulary } from './vocabulary';

/**
 * A word as a vector with one number per word of the vocabulary: 1 at its own place, 0 elsewhere. Every two words are at
 * a right angle.
 *
 * @returns `[vocabulary.size]`
 * @throws Error if the word isn't in the vocabulary, which has no unknown token
 * @example oneHot('dog', new Vocabulary(['cat', 'dog'])).toDense() // [0, 1]
 */
export function oneHot(word: string, vocabulary: Vocabulary): SparseVector {
  return SparseVector.of(vocabulary.size, [[vocabulary.id(word), 1]]);
}
