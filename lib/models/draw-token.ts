import type { Rng } from '../rng';

/**
 * A token drawn at random, each as often as its probability says.
 *
 * @param probabilities one per token, which sum to 1
 * @returns the token's number, never one of probability 0
 */
export function drawToken(probabilities: ArrayLike<number>, rng: Rng): number {
  const point = rng.uniform();
  let passed = 0;
  let last = -1;
  for (let token = 0; token < probabilities.length; token++) {
    if (probabilities[token] === 0) continue;
    last = token;
    passed += probabilities[token];
    if (point < passed) break;
  }
  // Rounding may leave the sum a little below 1: then the last possible token is meant
  if (last < 0) throw new Error('drawToken: expected at least one probability above 0, got none');
  return last;
}
