import { expectSize } from '../expect/expect-size';
import { largest } from './largest';
import type { WordVectors } from './word-vectors';

/** A word and how near it is. */
export interface WordNeighbour {
  readonly word: string;
  /** The cosine of the angle between the two vectors, −1 … 1. */
  readonly cosine: number;
}

/**
 * The words whose vectors point most nearly where this word's does, the nearest first; never the word itself.
 *
 * cos(a, b) = a·b / (|a| |b|)
 *
 * @param count how many; fewer where there are fewer words
 * @throws Error naming a word that has no vector, or whose vector is zero: it points nowhere
 * @example neighbours(vectors, 'king', 5)
 */
export function neighbours(vectors: WordVectors, word: string, count: number): WordNeighbour[] {
  expectSize('neighbours', 'neighbours', count);
  const direction = vectors.direction(word);
  if (direction.every((value) => value === 0))
    throw new Error(`neighbours: expected a vector that points somewhere, ${JSON.stringify(word)} has zeros`);
  const cosines = vectors.cosines(direction);
  const nearest = largest(cosines, count, new Set([vectors.row(word)]));
  return nearest.map((row) => ({ word: vectors.words[row], cosine: cosines[row] }));
}
