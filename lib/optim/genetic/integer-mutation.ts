import type { Rng } from '../../rng';

/** Which integers {@link integerMutation} draws, and how often. */
export interface IntegerMutation {
  /** The chance that a gene is drawn anew, 0 … 1. */
  readonly rate: number;
  /** The smallest integer. */
  readonly low: number;
  /** The largest. */
  readonly high: number;
}

/**
 * Mutation of integers: draws a gene anew now and then, each integer of the range as likely as the next.
 *
 * Holland, "Adaptation in natural and artificial systems", 1975, chapter 6 (mutation).
 *
 * @example geneticAlgorithm({ …, mutate: integerMutation({ rate: 0.2, low: -3, high: 3 }) })
 */
export function integerMutation({
  rate,
  low,
  high,
}: IntegerMutation): (genes: Float32Array, rng: Rng) => Float32Array {
  if (!(rate >= 0 && rate <= 1)) throw new Error(`integerMutation: expected a rate from 0 to 1, got ${rate}`);
  if (!Number.isInteger(low) || !Number.isInteger(high) || low > high)
    throw new Error(`integerMutation: expected integers from low up to high, got ${low} and ${high}`);
  return (genes, rng) =>
    genes.map((gene) => (rng.uniform() < rate ? low + rng.integer(high - low + 1) : gene));
}
