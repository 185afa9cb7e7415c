import * as tf from '@tensorflow/tfjs';
import type { Batch, Dataset } from '../data';

/**
 * What features measured in a set of pictures: a row of numbers per picture, with its label.
 *
 * @example const { x, y } = measure(digits.train, [ink, zones]).take([0, 1]); // x [2, 17], y [2]
 */
export class Measurements implements Dataset<tf.Tensor2D, tf.Tensor1D> {
  readonly size: number;
  /** Numbers per picture. */
  readonly width: number;

  /**
   * @param values `[size, width]`, row by row; kept, not copied
   * @param labels the class of each picture, `[size]`; kept, not copied
   */
  constructor(
    readonly values: Float32Array,
    readonly labels: Uint8Array,
  ) {
    this.size = labels.length;
    this.width = values.length / this.size;
    if (!Number.isInteger(this.width) || this.width < 1)
      throw new Error(
        `Measurements: expected as many numbers for each of ${this.size} labels, got ${values.length} numbers`,
      );
    const wrong = values.findIndex((value) => !Number.isFinite(value));
    if (wrong >= 0)
      throw new Error(
        `Measurements: expected finite numbers, got ${values[wrong]} for picture ${Math.floor(wrong / this.width)}, number ${wrong % this.width}`,
      );
  }

  /** The numbers of one picture, a view and not a copy. */
  row(index: number): Float32Array {
    if (this.labels[index] === undefined)
      throw new Error(
        `Measurements: index ${index} is outside the ${this.size} pictures (0–${this.size - 1})`,
      );
    return this.values.subarray(index * this.width, (index + 1) * this.width);
  }

  /** The columns `from` … `to` − 1 alone, as a copy: what some of the features measured. */
  columns(from: number, to: number): Measurements {
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to <= from || to > this.width)
      throw new Error(`Measurements.columns: expected 0 ≤ from < to ≤ ${this.width}, got ${from} and ${to}`);
    const values = new Float32Array(this.size * (to - from));
    for (let index = 0; index < this.size; index++)
      values.set(this.row(index).subarray(from, to), index * (to - from));
    return new Measurements(values, this.labels);
  }

  /**
   * The rows with these numbers as new tensors, which the caller disposes.
   *
   * @returns x `[batch, width]` float32, y `[batch]` int32 classes
   */
  take(indices: ArrayLike<number>): Batch<tf.Tensor2D, tf.Tensor1D> {
    const B = indices.length;
    if (B === 0) throw new Error('Measurements.take: expected at least one index, got none');
    const x = new Float32Array(B * this.width);
    const y = new Int32Array(B);
    for (let example = 0; example < B; example++) {
      x.set(this.row(indices[example]), example * this.width);
      y[example] = this.labels[indices[example]];
    }
    return { x: tf.tensor2d(x, [B, this.width]), y: tf.tensor1d(y, 'int32') };
  }
}
