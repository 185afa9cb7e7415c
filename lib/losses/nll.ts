import * as tf from '@tensorflow/tfjs';
import { expectFinite } from '../expect/expect-finite';
import { expectShape } from '../expect/expect-shape';
import type { ReductionOptions } from './reduction';
import { targetRows } from './target-rows';

/** What {@link nll} leaves out and sums up. */
export interface NllOptions extends ReductionOptions {
  /** A label whose rows count for nothing, such as that of padding. */
  readonly ignore?: number;
}

/**
 * Negative log-likelihood: minus the log-probability of each target, in nats per target.
 *
 * {@link crossEntropy} is this after `logSoftmax`.
 *
 * @param logProbabilities `[..., classes]`
 * @param targets int32 labels `[...]`, or soft targets `[..., classes]` whose rows add up to 1
 * @throws Error on a log-probability of −Infinity: what is held impossible would cost infinitely many nats
 */
export function nll(
  logProbabilities: tf.Tensor,
  targets: tf.Tensor,
  { ignore, reduction = 'mean' }: NllOptions = {},
): tf.Scalar {
  expectShape('nll', logProbabilities, '...', 'classes');
  expectFinite('nll', logProbabilities);
  return tf.tidy(() => {
    const { rows, counted } = targetRows('nll', logProbabilities, targets, ignore);
    // −Σ y ln p
    const total = logProbabilities.reshape(rows.shape).mul(rows).sum<tf.Scalar>().neg();
    if (reduction === 'sum') return total;
    return total.div<tf.Scalar>(counted ? counted.sum() : rows.shape[0]);
  });
}
