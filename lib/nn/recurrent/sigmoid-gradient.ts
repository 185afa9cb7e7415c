import type * as tf from '@tensorflow/tfjs';

/**
 * What flows back through y = σ(x): σ′ = y (1 − y).
 *
 * @param dy the gradient of y
 * @returns the gradient of x
 */
export function sigmoidGradient<T extends tf.Tensor>(y: T, dy: T): T {
  // dx = dy (y − y²)
  return dy.mul(y.sub(y.square()));
}
