import * as tf from '@tensorflow/tfjs';
import { expectPair } from './expect-pair';
import { reduce } from './reduce';
import type { ReductionOptions } from './reduction';

/**
 * Mean squared error: large errors count most.
 *
 * @param predictions `[...]`
 * @param targets the same shape
 */
export function mse(
  predictions: tf.Tensor,
  targets: tf.Tensor,
  { reduction = 'mean' }: ReductionOptions = {},
): tf.Scalar {
  expectPair('mse', predictions, targets);
  // (p − y)²
  return tf.tidy(() => reduce(predictions.sub(targets).square(), reduction));
}
