/**
 * How likely each word of the corpus is kept, so that frequent words, which tell little, take less of the training.
 *
 * P(keep w) = √(t / f(w)), at most 1, where f(w) is the word's share of the corpus (Mikolov et al. 2013b, equation 5;
 * word2vec.c adds t / f(w) to it).
 *
 * @param counts how often each word occurs
 * @param threshold t, the share above which words are dropped at times; Infinity keeps all
 */
export function keepProbabilities(counts: ArrayLike<number>, threshold: number): Float64Array {
  if (!(threshold > 0)) throw new Error(`keepProbabilities: expected a threshold above 0, got ${threshold}`);
  const words = Float64Array.from(counts).reduce((total, count) => total + count, 0);
  return Float64Array.from(counts, (count) => Math.min(1, Math.sqrt((threshold * words) / count)));
}
