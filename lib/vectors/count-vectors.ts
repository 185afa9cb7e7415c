import type { Rng } from '../rng';
import { cooccurrences } from './cooccurrences';
import { ppmi } from './ppmi';
import { truncatedSvd } from './truncated-svd';
import { WordVectors } from './word-vectors';

/** How {@link countVectors} counts. */
export interface CountVectorsOptions {
  /** How many numbers a vector has. */
  readonly size: number;
  /** How far "near" reaches, in words to each side, 5 by default. */
  readonly window?: number;
  /** The SVD begins with random directions. */
  readonly rng: Rng;
}

/**
 * Word vectors without any learning: count which words stand together, compare that with chance, keep the largest
 * directions of the table.
 *
 * Source: Levy, Goldberg and Dagan, "Improving distributional similarity with lessons learned from word embeddings",
 * 2015, section 2.2 and equation 6 with p = ½; the idea: Deerwester and others, "Indexing by latent semantic analysis",
 * 1990.
 *
 * @param words the words by their numbers
 * @param corpus sentences of word numbers
 * @example countVectors(vocabulary.tokens, corpus, { size: 100, rng })
 */
export function countVectors(
  words: readonly string[],
  corpus: readonly ArrayLike<number>[],
  { size, window = 5, rng }: CountVectorsOptions,
): WordVectors {
  const table = ppmi(cooccurrences(corpus, words.length, window));
  const { u, sigma } = truncatedSvd(table, size, rng);
  // W = U Σ^½
  return new WordVectors(
    words,
    u.map((value, index) => value * Math.sqrt(sigma[index % size])),
  );
}
