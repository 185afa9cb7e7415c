import { expectDistribution } from './expect-distribution';

/**
 * How surprising a distribution's own outcomes are on average, in nats; ln n if all n are equally likely, 0 if one is certain.
 *
 * Shannon, "A mathematical theory of communication", 1948, section 6.
 *
 * @param probabilities `[outcomes]`, which add up to 1
 * @example entropy([0.5, 0.5]) // 0.693, ln 2
 */
export function entropy(probabilities: readonly number[]): number {
  expectDistribution('entropy', probabilities);
  // H(p) = −Σ p ln p, where 0 ln 0 = 0
  return probabilities.reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0);
}
