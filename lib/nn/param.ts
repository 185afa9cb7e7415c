import * as tf from '@tensorflow/tfjs';
import { expectReady } from '../backend/backend';

/**
 * A trainable variable that starts at `initial`, which is used up.
 *
 * `tf.variable` alone would keep the initial tensor alive.
 */
export function param<R extends tf.Rank>(initial: tf.Tensor<R>): tf.Variable<R> {
  expectReady('param');
  const variable = tf.variable(initial);
  initial.dispose();
  return variable;
}
