import * as tf from '@tensorflow/tfjs';
import { spectralRadius } from './spectral-radius';

/**
 * A matrix made longer or shorter as a whole, so that its largest eigenvalue has a given size.
 *
 * Jaeger, "The 'echo state' approach to analysing and training recurrent neural networks", 2001, section 4.
 *
 * @param matrix `[n, n]`
 * @param radius the spectral radius to have, above 0
 * @returns a new matrix `[n, n]`
 * @throws Error where the matrix has spectral radius 0: no factor changes that
 * @example scaleToRadius(normal([64, 64], 1, rng), 0.9)
 */
export function scaleToRadius(matrix: tf.Tensor2D, radius: number): tf.Tensor2D {
  if (!(radius > 0 && radius < Infinity))
    throw new Error(`scaleToRadius: expected a spectral radius above 0, got ${radius}`);
  const now = spectralRadius(matrix);
  if (now === 0)
    throw new Error(
      'scaleToRadius: expected a matrix with an eigenvalue other than 0, got one of spectral radius 0',
    );
  // W ρ / ρ(W)
  return tf.tidy(() => matrix.mul(radius / now));
}
