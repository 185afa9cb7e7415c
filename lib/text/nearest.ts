import { expectSize } from '../expect/expect-size';
import type { SparseVector } from './sparse-vector';

/** One of the vectors that {@link nearest} found. */
export interface Neighbour {
  /** Its number among those searched. */
  readonly index: number;
  /** The cosine, −1 … 1. */
  readonly cosine: number;
}

/**
 * The `k` vectors whose angle to a query is smallest, the nearest first; equally near ones in the order given.
 *
 * @param k 0 gives none, more than there are gives all
 */
export function nearest(query: SparseVector, vectors: readonly SparseVector[], k: number): Neighbour[] {
  expectSize('nearest', 'neighbours', k, 0);
  const unit = query.unit();
  const ranked = vectors.map((vector, index) => ({ index, cosine: unit.cosine(vector) }));
  return ranked.sort((a, b) => b.cosine - a.cosine).slice(0, k);
}
