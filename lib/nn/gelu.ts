import * as tf from '@tensorflow/tfjs';

/**
 * x times the share of a normal distribution that lies below x.
 *
 * Hendrycks and Gimpel, "Gaussian error linear units", 2016, section 2.
 *
 * @returns a new tensor of the shape of `x`
 */
export function gelu<T extends tf.Tensor>(x: T): T {
  return tf.tidy(() => withGradient(x) as T);
}

/** The derivative in closed form takes 7 operations, that of the formula's single steps over twice as many. */
const withGradient = tf.customGrad((...inputs) => {
  const [x, save] = inputs as [tf.Tensor, tf.GradSaveFunc];
  // Φ(x) = ½ + ½ erf(x/√2)
  const below = tf.erf(x.mul(Math.SQRT1_2)).mul(0.5).add(0.5);
  save([x, below]);
  return {
    // y = x Φ(x)
    value: x.mul(below),
    gradFunc: (dy: tf.Tensor, [x, below]: tf.Tensor[]) => {
      // φ(x) = e^(−x²/2) / √(2π)
      const density = x
        .square()
        .mul(-0.5)
        .exp()
        .mul(1 / Math.sqrt(2 * Math.PI));
      // ∂y/∂x = Φ(x) + x φ(x)
      return dy.mul(below.add(x.mul(density)));
    },
  };
});
