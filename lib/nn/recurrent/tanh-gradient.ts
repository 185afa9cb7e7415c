import type * as tf from '@tensorflow/tfjs';

/**
 * What flows back through y = tanh(x): tanh′ = 1 − y².
 *
 * @param dy the gradient of y
 * @returns the gradient of x
 */
export function tanhGradient<T extends tf.Tensor>(y: T, dy: T): T {
  // dx = dy − dy y²
  return dy.sub(dy.mul(y.square()));
}
