import * as tf from '@tensorflow/tfjs';

/**
 * What flows back through y = σ(x): σ′ = y (1 − y).
 *
 * @param dy the gradient of y, of the same shape
 * @returns the gradient of x
 */
export function sigmoidGradient<T extends tf.Tensor>(y: T, dy: T): T {
  if (tf.getKernel('SigmoidGrad', tf.getBackend())) return tf.engine().runKernel('SigmoidGrad', { y, dy });
  // dx = dy (y − y²)
  return tf.tidy(() => dy.mul(y.sub(y.square())));
}
