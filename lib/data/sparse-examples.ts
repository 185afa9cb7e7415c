import * as tf from '@tensorflow/tfjs';
import { expectTargets } from '../expect/expect-targets';
import type { SparseVector } from '../text';
import type { Batch, Dataset } from './dataset';

/**
 * A data set of sparse rows: it is kept small, and only a batch at a time is written out in full.
 *
 * @example new SparseExamples(texts.map((text) => tfIdf.transform(words(text))), labels)
 */
export class SparseExamples implements Dataset<tf.Tensor2D, tf.Tensor1D> {
  readonly size: number;
  /** How many numbers a row has. */
  readonly features: number;

  /**
   * @param rows one per example, all of one size; kept, not copied
   * @param labels class numbers 0, 1, …, `[size]`; kept, not copied
   */
  constructor(
    readonly rows: readonly SparseVector[],
    readonly labels: readonly number[],
  ) {
    expectTargets('SparseExamples', 'rows', rows, labels);
    this.size = rows.length;
    this.features = rows[0].size;
    const other = rows.findIndex(({ size }) => size !== this.features);
    if (other >= 0)
      throw new Error(
        `SparseExamples: expected rows of ${this.features} numbers, got ${rows[other].size} at ${other}. ` +
          'Were all made with one vocabulary?',
      );
    const wrong = labels.findIndex((label) => !Number.isInteger(label) || label < 0);
    if (wrong >= 0)
      throw new Error(`SparseExamples: expected class numbers 0, 1, …, got ${labels[wrong]} at ${wrong}`);
  }

  /**
   * The examples with these numbers as new tensors, which the caller disposes.
   *
   * @returns x `[batch, features]` float32, y `[batch]` int32 classes
   */
  take(indices: ArrayLike<number>): Batch<tf.Tensor2D, tf.Tensor1D> {
    const B = indices.length;
    if (B === 0) throw new Error('SparseExamples.take: expected at least one index, got none');
    const x = new Float32Array(B * this.features);
    const y = new Int32Array(B);
    for (let batchRow = 0; batchRow < B; batchRow++) {
      const row = this.rows[indices[batchRow]];
      if (!row)
        throw new Error(
          `SparseExamples.take: index ${indices[batchRow]} is outside the ${this.size} examples (0–${this.size - 1})`,
        );
      y[batchRow] = this.labels[indices[batchRow]];
      row.indices.forEach((index, entry) => {
        x[batchRow * this.features + index] = row.values[entry];
      });
    }
    return { x: tf.tensor2d(x, [B, this.features]), y: tf.tensor1d(y, 'int32') };
  }
}
