import type { RatedPair } from '../data';
import { spearman } from './spearman';
import type { WordVectors } from './word-vectors';

/** How far vectors and people agree on which words are alike. */
export interface SimilarityScore {
  /** Spearman's correlation of cosines and ratings; NaN where fewer than two pairs are known, or all cosines equal. */
  readonly spearman: number;
  /** How many pairs have vectors for both words: only these count. */
  readonly asked: number;
  /** How many pairs there are. */
  readonly total: number;
}

/**
 * Compares the cosines of pairs of words with what people said of them.
 *
 * @throws Error where there is no pair
 * @example similarityScore(vectors, (await wordSim353()).pairs).spearman
 */
export function similarityScore(vectors: WordVectors, pairs: readonly RatedPair[]): SimilarityScore {
  if (pairs.length === 0) throw new Error('similarityScore: expected at least one pair, got none');
  const asked = pairs.filter(({ first, second }) => vectors.has(first) && vectors.has(second));
  const cosines = asked.map(({ first, second }) => vectors.cosine(first, second));
  const ratings = asked.map(({ rating }) => rating);
  return {
    spearman: asked.length < 2 ? NaN : spearman(cosines, ratings),
    asked: asked.length,
    total: pairs.length,
  };
}
