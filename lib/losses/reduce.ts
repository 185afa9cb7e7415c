import type * as tf from '@tensorflow/tfjs';
import type { Reduction } from './reduction';

/** The mean of the terms, or their sum. */
export function reduce(terms: tf.Tensor, reduction: Reduction): tf.Scalar {
  return reduction === 'sum' ? terms.sum() : terms.mean();
}
