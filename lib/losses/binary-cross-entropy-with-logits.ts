import * as tf from '@tensorflow/tfjs';
import { expectPair } from './expect-pair';
import { expectProbabilities } from './expect-probabilities';
import { reduce } from './reduce';
import type { ReductionOptions } from './reduction';

/**
 * {@link binaryCrossEntropy} of the sigmoid of the logits, exact for logits of any size; in nats per answer.
 *
 * @param logits `[...]`
 * @param targets the same shape, each 0 … 1
 */
export function binaryCrossEntropyWithLogits(
  logits: tf.Tensor,
  targets: tf.Tensor,
  { reduction = 'mean' }: ReductionOptions = {},
): tf.Scalar {
  expectPair('binaryCrossEntropyWithLogits', logits, targets);
  expectProbabilities('binaryCrossEntropyWithLogits', 'targets', targets);
  // −y ln σ(x) − (1 − y) ln(1 − σ(x)) = ln(1 + e^x) − x y
  return tf.tidy(() => reduce(tf.softplus(logits).sub(logits.mul(targets)), reduction));
}
