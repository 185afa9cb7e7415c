import { expectBetween } from '../../expect/expect-between';
import type { Rng } from '../../rng';

/**
 * Mutation of real numbers: moves every gene by a normally distributed amount, usually a little, now and then far.
 *
 * Montana and Davis, "Training feedforward neural networks using genetic algorithms", 1989, section 4 (their operator
 * of biased mutation).
 *
 * @param deviation how far, in the genes' own unit; 0 leaves them as they are
 * @example geneticAlgorithm({ …, mutate: normalMutation(3) })
 */
export function normalMutation(deviation: number): (genes: Float32Array, rng: Rng) => Float32Array {
  expectBetween('normalMutation', 'a deviation', deviation, 0);
  return (genes, rng) => genes.map((gene) => gene + rng.normal(0, deviation));
}
