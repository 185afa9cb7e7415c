import * as tf from '@tensorflow/tfjs';

/**
 * x times the share of a normal distribution that lies below x.
 *
 * Hendrycks and Gimpel, "Gaussian error linear units", 2016, section 2.
 *
 * @returns a new tensor of the shape of `x`
 */
export function gelu<T extends tf.Tensor>(x: T): T {
  return tf.tidy(() => {
    // x Φ(x) = ½ x (1 + erf(x/√2))
    return x.mul<T>(0.5).mul(tf.erf(x.mul(Math.SQRT1_2)).add(1));
  });
}
