import type * as tf from '@tensorflow/tfjs';
import { stepInput } from './step-input';

/**
 * A number that is another for each step, such as a learning rate, as a tensor; see {@link stepInput}.
 *
 * @example stepNumber(() => schedule(optimizer.steps))
 */
export function stepNumber(compute: () => number): tf.Scalar {
  return stepInput<tf.Scalar>(() => Float32Array.of(compute()), [], 'float32');
}
