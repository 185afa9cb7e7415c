import { expectCounts } from './expect-counts';

/**
 * The probabilities under which the counts were likeliest: their shares.
 *
 * Fisher, "On the mathematical foundations of theoretical statistics", 1922, section 6.
 *
 * @param counts how often each outcome happened, `[outcomes]`
 * @returns `[outcomes]`, which add up to 1
 * @example maximumLikelihood([7, 3]) // [0.7, 0.3]
 */
export function maximumLikelihood(counts: readonly number[]): number[] {
  expectCounts('maximumLikelihood', counts);
  const total = counts.reduce((sum, count) => sum + count, 0);
  // p = n / Σ n
  return counts.map((count) => count / total);
}
