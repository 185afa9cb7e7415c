import * as tf from '@tensorflow/tfjs';
import { expectSize } from '../expect/expect-size';
import type { Rng } from '../rng';
import type { Batch, Dataset } from './dataset';

/** How long the sequences of an {@link AddingProblem} are, and how many. */
export interface AddingProblemConfig {
  /** Steps in a sequence; the longer, the longer a number has to be remembered. */
  readonly time: number;
  readonly size: number;
}

/**
 * Add up two numbers of a long row: each step brings a number from 0 to 1 and a mark, which is 1 at one step of the
 * first half and at one of the second, else 0. The answer is the sum of the two marked numbers.
 *
 * Who always says 1 has a mean squared error of 1/6.
 *
 * Hochreiter and Schmidhuber, "Long short-term memory", 1997, experiment 4; as in Le, Jaitly and Hinton, "A simple way to
 * initialize recurrent networks of rectified linear units", 2015, section 4.1; one mark per half as in Arjovsky, Shah
 * and Bengio, "Unitary evolution recurrent neural networks", 2016, section 5.2.
 *
 * @example new AddingProblem({ time: 50, size: 1000 }, new Rng(0)).take([0]) // x [1, 50, 2], y [1, 1]
 */
export class AddingProblem implements Dataset<tf.Tensor3D, tf.Tensor2D> {
  readonly isFixed = true;
  readonly time: number;
  readonly size: number;
  /** `[size, time, 2]`: number and mark */
  readonly #inputs: Float32Array;
  readonly #sums: Float32Array;

  constructor({ time, size }: AddingProblemConfig, rng: Rng) {
    expectSize('AddingProblem', 'steps', time, 2);
    expectSize('AddingProblem', 'sequences', size);
    this.time = time;
    this.size = size;
    this.#inputs = new Float32Array(size * time * 2);
    this.#sums = new Float32Array(size);
    const half = time >> 1;
    for (let row = 0; row < size; row++) {
      const marked = [rng.integer(half), half + rng.integer(time - half)];
      for (let t = 0; t < time; t++) {
        const place = 2 * (row * time + t);
        this.#inputs[place] = rng.uniform();
        if (!marked.includes(t)) continue;
        this.#inputs[place + 1] = 1;
        this.#sums[row] += this.#inputs[place];
      }
    }
  }

  /**
   * The sequences with these numbers as new tensors, which the caller disposes.
   *
   * @returns x `[batch, time, 2]`: number and mark; y `[batch, 1]`: the sum of the two marked numbers
   */
  take(indices: ArrayLike<number>): Batch<tf.Tensor3D, tf.Tensor2D> {
    const [B, width] = [indices.length, 2 * this.time];
    if (B === 0) throw new Error('AddingProblem.take: expected at least one index, got none');
    const x = new Float32Array(B * width);
    const y = new Float32Array(B);
    for (let row = 0; row < B; row++) {
      const from = indices[row];
      if (!(Number.isInteger(from) && from >= 0 && from < this.size))
        throw new Error(
          `AddingProblem.take: index ${from} is outside the ${this.size} sequences (0–${this.size - 1})`,
        );
      x.set(this.#inputs.subarray(from * width, (from + 1) * width), row * width);
      y[row] = this.#sums[from];
    }
    return { x: tf.tensor3d(x, [B, this.time, 2]), y: tf.tensor2d(y, [B, 1]) };
  }
}
