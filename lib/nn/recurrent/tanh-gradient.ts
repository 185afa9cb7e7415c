import * as tf from '@tensorflow/tfjs';

/**
 * What flows back through y = tanh(x): tanh′ = 1 − y².
 *
 * @param dy the gradient of y, of the same shape
 * @returns the gradient of x
 */
export function tanhGradient<T extends tf.Tensor>(y: T, dy: T): T {
  if (tf.getKernel('TanhGrad', tf.getBackend())) return tf.engine().runKernel('TanhGrad', { y, dy });
  // dx = dy − dy y²
  return tf.tidy(() => dy.sub(dy.mul(y.square())));
}
