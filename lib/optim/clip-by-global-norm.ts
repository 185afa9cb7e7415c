import * as tf from '@tensorflow/tfjs';

/** Gradients of one common length at most, and the length they had. */
export interface Clipped {
  readonly gradients: Record<string, tf.Tensor>;
  readonly norm: tf.Scalar;
}

/**
 * Shortens all gradients by one common factor, so that together they are no longer than `max`; the direction stays.
 *
 * Pascanu et al., "On the difficulty of training recurrent neural networks", 2013, algorithm 1.
 *
 * @param max the greatest Euclidean length of all gradients together; `Infinity` only measures it
 * @returns new tensors by the same paths and the length before clipping, which the caller disposes
 */
export function clipByGlobalNorm(gradients: Readonly<Record<string, tf.Tensor>>, max: number): Clipped {
  const paths = Object.keys(gradients);
  if (!(max > 0)) throw new Error(`clipByGlobalNorm: expected a greatest length above 0, got ${max}`);
  if (paths.length === 0) throw new Error('clipByGlobalNorm: expected at least one gradient, got none');
  const [norm, ...clipped] = tf.tidy(() => {
    const squares = paths.map((path) => gradients[path].square().sum<tf.Scalar>());
    // |g| = √ Σ g²
    const norm = tf.addN(squares).sqrt();
    if (max === Infinity) return [norm, ...paths.map((path) => gradients[path].clone())];
    // g min(1, max/|g|); the 1e-6 is PyTorch's guard against dividing by 0
    const factor = tf.scalar(max).div(norm.add(1e-6)).minimum(1);
    return [norm, ...paths.map((path) => gradients[path].mul(factor))];
  });
  return {
    gradients: Object.fromEntries(paths.map((path, index) => [path, clipped[index]])),
    norm: norm as tf.Scalar,
  };
}
