import * as tf from '@tensorflow/tfjs';

/**
 * The approximation of {@link gelu} by tanh, which GPT-2 uses.
 *
 * Hendrycks and Gimpel, "Gaussian error linear units", 2016, section 2.
 *
 * @returns a new tensor of the shape of `x`
 */
export function geluTanh<T extends tf.Tensor>(x: T): T {
  return tf.tidy(() => {
    // ½ x (1 + tanh(√(2/π) (x + 0.044715 x³)))
    const inner = x.add(x.square().mul(x).mul(0.044715)).mul(Math.sqrt(2 / Math.PI));
    return x.mul<T>(0.5).mul(inner.tanh().add(1));
  });
}
