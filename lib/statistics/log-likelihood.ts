import { expectCounts } from './expect-counts';
import { expectDistribution } from './expect-distribution';

/**
 * The logarithm of how likely a model finds what happened, in nats: at most 0, and −Infinity where something happened
 * that the model holds impossible.
 *
 * The observations are independent and in a given order, so no binomial coefficient counts the orders.
 *
 * Fisher, "On the mathematical foundations of theoretical statistics", 1922, section 6.
 *
 * @param counts how often each outcome happened, `[outcomes]`; for a coin heads and tails
 * @param probabilities the model's, `[outcomes]`, which add up to 1
 * @example logLikelihood([7, 3], [0.5, 0.5]) // −6.93, 10 ln ½
 */
export function logLikelihood(counts: readonly number[], probabilities: readonly number[]): number {
  if (counts.length !== probabilities.length)
    throw new Error(
      `logLikelihood: expected one probability per count, got ${probabilities.length} for ${counts.length}`,
    );
  expectCounts('logLikelihood', counts);
  expectDistribution('logLikelihood', probabilities);
  // ln Π p^n = Σ n ln p; an outcome that never happened adds nothing
  return counts.reduce((sum, n, outcome) => (n > 0 ? sum + n * Math.log(probabilities[outcome]) : sum), 0);
}
