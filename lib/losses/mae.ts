import * as tf from '@tensorflow/tfjs';
import { expectPair } from './expect-pair';
import { magnitude } from './magnitude';
import { reduce } from './reduce';
import type { ReductionOptions } from './reduction';

/**
 * Mean absolute error: an outlier pulls no harder than any other error.
 *
 * @param predictions `[...]`
 * @param targets the same shape
 */
export function mae(
  predictions: tf.Tensor,
  targets: tf.Tensor,
  { reduction = 'mean' }: ReductionOptions = {},
): tf.Scalar {
  expectPair('mae', predictions, targets);
  // |p − y|
  return tf.tidy(() => reduce(magnitude(predictions.sub(targets)), reduction));
}
