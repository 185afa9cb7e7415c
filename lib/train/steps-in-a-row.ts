import type { BatchOrder } from './batch-order';

/** After which steps of a run somebody looks at the model. */
export interface Looks {
  readonly steps: number;
  /** Every so many steps, and after the last. */
  readonly every: readonly number[];
}

/**
 * How many steps, from the one of this number on, follow each other on whole batches before somebody is known to look
 * at the model, `most` at most.
 */
export function stepsInARow(
  number: number,
  most: number,
  order: BatchOrder,
  { steps, every }: Looks,
): number {
  const whole = Math.floor(order.size / order.batchSize);
  const ofEpoch = (number - 1) % order.stepsPerEpoch;
  const left = [steps - number + 1, whole - ofEpoch, ...every.map((each) => each - ((number - 1) % each))];
  return Math.max(0, Math.min(most, ...left));
}
