import type * as tf from '@tensorflow/tfjs';
import { expectShape } from '../expect/expect-shape';

/** Squarings: the power 2³⁰ leaves nothing of how the matrix treats single directions. */
const squarings = 30;

/**
 * The spectral radius ρ of a square matrix: the size of its largest eigenvalue, real or complex. Multiplied again and
 * again, almost every vector grows or shrinks by ρ per step in the end.
 *
 * Gelfand's formula, ρ = lim |Aⁿ|^(1/n) (Gelfand, "Normierte Ringe", 1941), by squaring: n = 1, 2, 4, 8 …
 *
 * @param matrix `[n, n]`
 * @returns 0 for a matrix that ends in zeros
 */
export function spectralRadius(matrix: tf.Tensor2D): number {
  expectShape('spectralRadius', matrix, 'rows', 'columns');
  const [n, columns] = matrix.shape;
  if (n !== columns) throw new Error(`spectralRadius: expected a square matrix, got [${n}, ${columns}]`);
  let power: Float64Array = Float64Array.from(matrix.dataSync());
  let logRadius = 0;
  for (let squaring = 0; squaring <= squarings; squaring++) {
    const length = Math.sqrt(power.reduce((sum, value) => sum + value * value, 0));
    if (length === 0) return 0;
    if (!Number.isFinite(length))
      throw new Error('spectralRadius: expected finite numbers, got NaN or infinity');
    // ln ρ = Σ_k ln |A_k| / 2ᵏ, where A_(k+1) = (A_k / |A_k|)²
    logRadius += Math.log(length) / 2 ** squaring;
    power = square(
      power.map((value) => value / length),
      n,
    );
  }
  return Math.exp(logRadius);
}

/** A A for a matrix of n rows, flat. */
function square(a: Float64Array, n: number): Float64Array {
  const product = new Float64Array(n * n);
  for (let row = 0; row < n; row++)
    for (let k = 0; k < n; k++) {
      const factor = a[row * n + k];
      for (let column = 0; column < n; column++) product[row * n + column] += factor * a[k * n + column];
    }
  return product;
}
