import * as tf from '@tensorflow/tfjs';
import type { Batch, Dataset } from './dataset';
import { expectIndices } from './expect-indices';

/** What an example's target may be: a class number, or a row of values. */
export type Target = number | readonly number[];

/**
 * A small data set held in plain arrays, for points and truth tables.
 *
 * @example new Examples([[0, 0], [0, 1]], [0, 1])       // classes: y [batch] int32
 * @example new Examples([[0, 0], [0, 1]], [[0], [1]])   // values: y [batch, 1] float32
 */
export class Examples<T extends Target = number>
  implements Dataset<tf.Tensor2D, T extends number ? tf.Tensor1D : tf.Tensor2D>
{
  readonly size: number;
  readonly isFixed = true;

  /**
   * @param inputs one row of features per example, `[size, features]`
   * @param targets one per example: class numbers 0, 1, … or rows of values, `[size]` or `[size, outputs]`
   */
  constructor(
    readonly inputs: readonly (readonly number[])[],
    readonly targets: readonly T[],
  ) {
    this.size = inputs.length;
    if (this.size === 0) throw new Error('Examples: expected at least one example, got none');
    if (targets.length !== this.size)
      throw new Error(
        `Examples: expected ${this.size} targets for ${this.size} inputs, got ${targets.length}`,
      );
    expectRows('inputs', inputs);
    if (typeof targets[0] === 'number') expectClasses(targets);
    else expectRows('targets', targets);
  }

  /**
   * The examples with these numbers as new tensors, which the caller disposes.
   *
   * @returns x `[batch, features]` float32; y `[batch]` int32 classes, or `[batch, outputs]` float32 values
   */
  take(indices: ArrayLike<number>): Batch<tf.Tensor2D, T extends number ? tf.Tensor1D : tf.Tensor2D> {
    const rows = expectIndices('Examples.take', indices, this.size, 'examples');
    const targets = rows.map((row) => this.targets[row]);
    const x = tf.tensor2d(rows.map((row) => [...this.inputs[row]]));
    const y =
      typeof targets[0] === 'number'
        ? tf.tensor1d(targets as number[], 'int32')
        : tf.tensor2d(targets.map((row) => [...(row as readonly number[])]));
    return { x, y: y as T extends number ? tf.Tensor1D : tf.Tensor2D };
  }
}

/** Refuses rows of different lengths and anything that isn't a finite number. */
function expectRows(what: string, rows: readonly Target[]): void {
  const width = (rows[0] as readonly number[]).length;
  const wrong = rows.findIndex(
    (row) => !Array.isArray(row) || row.length !== width || width === 0 || !row.every(Number.isFinite),
  );
  if (wrong >= 0)
    throw new Error(
      `Examples: expected ${what} as rows of ${Math.max(1, width)} finite numbers, got ${JSON.stringify(rows[wrong])} at ${wrong}`,
    );
}

/** Refuses targets that aren't class numbers. */
function expectClasses(targets: readonly Target[]): void {
  const wrong = targets.findIndex((target) => !Number.isInteger(target) || (target as number) < 0);
  if (wrong >= 0)
    throw new Error(
      `Examples: expected class numbers 0, 1, …, got ${targets[wrong]} at ${wrong}. Values to fit are given as rows: [0.5]`,
    );
}
