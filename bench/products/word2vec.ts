import type { Product } from './product';

/** The products of a step of word2vec with negative sampling: each pair's word with its targets. */
export function word2vecProducts(pairs: number, negatives: number, vectorSize: number): Product[] {
  return [{ rows: 1, inner: vectorSize, columns: 1 + negatives, times: pairs, gradients: 2 }];
}
