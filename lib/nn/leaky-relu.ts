import * as tf from '@tensorflow/tfjs';

/**
 * x above 0, slope · x below, so that no unit ever loses its gradient.
 *
 * Maas, Hannun and Ng, "Rectifier nonlinearities improve neural network acoustic models", 2013, eq. 2.
 *
 * @returns a new tensor of the shape of `x`
 */
export function leakyRelu<T extends tf.Tensor>(x: T, slope = 0.01): T {
  return tf.leakyRelu(x, slope);
}
