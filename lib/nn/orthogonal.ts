import * as tf from '@tensorflow/tfjs';
import { expectReady } from '../backend/backend';
import { expectSize } from '../expect/expect-size';
import type { Rng } from '../rng';

/**
 * A matrix that only turns what passes through, and stretches nothing: its columns are at right angles and of length 1,
 * WᵀW = I. Where it has more columns than rows, its rows are: WWᵀ = I.
 *
 * All such matrices are equally likely: the columns of a normal draw, made orthogonal one after the other by Gram and
 * Schmidt. Saxe, McClelland and Ganguli, "Exact solutions to the nonlinear dynamics of learning in deep linear neural
 * networks", 2014, section 3.
 *
 * @returns a new matrix `[in, out]`
 */
export function orthogonal(inSize: number, outSize: number, rng: Rng): tf.Tensor2D {
  expectReady('orthogonal');
  expectSize('orthogonal', 'inputs', inSize);
  expectSize('orthogonal', 'outputs', outSize);
  const [count, length] = [inSize, outSize].sort((a, b) => a - b);
  const found: Float64Array[] = [];
  for (let index = 0; index < count; index++) {
    const v = Float64Array.from({ length }, () => rng.normal());
    // v ← v − (v · q) q for every q before it, twice: rounding leaves a rest the first time
    for (const q of [...found, ...found]) add(v, q, -dot(v, q));
    // q = v / |v|
    const norm = Math.sqrt(dot(v, v));
    found.push(v.map((value) => value / norm));
  }
  const rows = outSize > inSize ? found : Array.from({ length }, (_, row) => found.map((q) => q[row]));
  return tf.tensor2d(rows.map((row) => Float32Array.from(row)) as unknown as number[][], [inSize, outSize]);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index] * b[index];
  return sum;
}

/** v ← v + factor q */
function add(v: Float64Array, q: Float64Array, factor: number): void {
  for (let index = 0; index < v.length; index++) v[index] += factor * q[index];
}
