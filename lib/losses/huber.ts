import * as tf from '@tensorflow/tfjs';
import { expectPair } from './expect-pair';
import { magnitude } from './magnitude';
import { reduce } from './reduce';
import type { ReductionOptions } from './reduction';

/** Where {@link huber} turns from a parabola into a line. */
export interface HuberOptions extends ReductionOptions {
  /** The error from which on the loss grows in a straight line. */
  readonly delta?: number;
}

/**
 * Half the squared error near the target, a straight line from an error of `delta` on.
 *
 * Huber, "Robust estimation of a location parameter", 1964.
 *
 * @param predictions `[...]`
 * @param targets the same shape
 */
export function huber(
  predictions: tf.Tensor,
  targets: tf.Tensor,
  { delta = 1, reduction = 'mean' }: HuberOptions = {},
): tf.Scalar {
  if (!(delta > 0)) throw new Error(`huber: expected a delta above 0, got ${delta}`);
  expectPair('huber', predictions, targets);
  return tf.tidy(() => {
    const error = magnitude(predictions.sub(targets));
    const near = error.minimum(delta);
    // ½ d² up to δ, then δ (d − ½ δ): with n = min(d, δ) both are ½ n² + δ (d − n)
    return reduce(near.square().mul(0.5).add(error.sub(near).mul(delta)), reduction);
  });
}
