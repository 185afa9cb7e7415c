import * as tf from '@tensorflow/tfjs';
import { expectPair } from './expect-pair';
import { expectProbabilities } from './expect-probabilities';
import { reduce } from './reduce';
import type { ReductionOptions } from './reduction';

/**
 * How surprised probabilities of yes are by the answers, in nats per answer; ln 2 for a coin.
 *
 * A probability of exactly 0 or 1 that is wrong costs 100 nats instead of infinitely many, as in PyTorch. Where the
 * probability comes from a sigmoid, {@link binaryCrossEntropyWithLogits} is exact.
 *
 * @param probabilities `[...]`, each 0 … 1
 * @param targets the same shape, each 0 … 1
 */
export function binaryCrossEntropy(
  probabilities: tf.Tensor,
  targets: tf.Tensor,
  { reduction = 'mean' }: ReductionOptions = {},
): tf.Scalar {
  expectPair('binaryCrossEntropy', probabilities, targets);
  expectProbabilities('binaryCrossEntropy', 'probabilities', probabilities);
  expectProbabilities('binaryCrossEntropy', 'targets', targets);
  return tf.tidy(() => reduce(surprise(probabilities, targets), reduction));
}

function surprise(probabilities: tf.Tensor, targets: tf.Tensor): tf.Tensor {
  const surprise = tf.customGrad((p, save) => {
    (save as tf.GradSaveFunc)([p as tf.Tensor, targets]);
    const log = (x: tf.Tensor) => x.log().maximum(-100);
    const yes = targets.mul(log(p as tf.Tensor));
    const no = tf.sub(1, targets).mul(log(tf.sub(1, p as tf.Tensor)));
    return {
      // −y ln p − (1 − y) ln(1 − p)
      value: yes.add(no).neg(),
      gradFunc: (dy: tf.Tensor, [p, y]: tf.Tensor[]) =>
        // (p − y) / (p (1 − p))
        dy.mul(p.sub(y).div(p.mul(tf.sub(1, p)).maximum(1e-12))),
    };
  });
  return surprise(probabilities);
}
