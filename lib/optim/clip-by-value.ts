import type * as tf from '@tensorflow/tfjs';

/**
 * Brings every number of every gradient into −limit … limit, which can turn the direction.
 *
 * @returns new tensors by the same paths, which the caller disposes
 */
export function clipByValue(
  gradients: Readonly<Record<string, tf.Tensor>>,
  limit: number,
): Record<string, tf.Tensor> {
  if (!(limit > 0)) throw new Error(`clipByValue: expected a limit above 0, got ${limit}`);
  return Object.fromEntries(
    Object.entries(gradients).map(([path, gradient]) => [path, gradient.clipByValue(-limit, limit)]),
  );
}
