import * as tf from '@tensorflow/tfjs';
import type { Batch, Dataset } from './dataset';
import { expectIndices } from './expect-indices';

/**
 * Rows of tokens, all of one length, with a label for each token: what a model that judges every word learns from.
 *
 * @example new Sequences([[4, 1, 7], [2, 2, 0]], [[4, 4, 4], [2, 2, 2]]).take([0]) // x and y int32 [1, 3]
 */
export class Sequences implements Dataset<tf.Tensor2D, tf.Tensor2D> {
  readonly size: number;
  readonly isFixed = true;
  /** How many tokens a row has. */
  readonly time: number;

  /**
   * @param tokens the rows' token ids, `[size, time]`
   * @param labels the label of each token, `[size, time]`
   */
  constructor(
    readonly tokens: readonly (readonly number[])[],
    readonly labels: readonly (readonly number[])[],
  ) {
    this.size = tokens.length;
    if (this.size === 0) throw new Error('Sequences: expected at least one row of tokens, got none');
    this.time = tokens[0].length;
    if (labels.length !== this.size)
      throw new Error(
        `Sequences: expected ${this.size} rows of labels for ${this.size} rows of tokens, got ${labels.length}`,
      );
    expectRows('tokens', tokens, this.time);
    expectRows('labels', labels, this.time);
  }

  /**
   * The rows with these numbers as new tensors, which the caller disposes.
   *
   * @returns x and y int32 `[batch, time]`
   */
  take(indices: ArrayLike<number>): Batch<tf.Tensor2D, tf.Tensor2D> {
    const rows = expectIndices('Sequences.take', indices, this.size, 'rows');
    const shape: [number, number] = [rows.length, this.time];
    const gathered = (table: readonly (readonly number[])[]) =>
      tf.tensor2d(Int32Array.from(rows.flatMap((row) => table[row])), shape, 'int32');
    return { x: gathered(this.tokens), y: gathered(this.labels) };
  }
}

/** Refuses rows of another length, and anything that is no id. */
function expectRows(what: string, rows: readonly (readonly number[])[], time: number): void {
  const isId = (id: number) => Number.isInteger(id) && id >= 0;
  const wrong = rows.findIndex((row) => row.length !== time || time === 0 || !row.every(isId));
  if (wrong >= 0)
    throw new Error(
      `Sequences: expected ${what} as rows of ${Math.max(1, time)} whole numbers 0, 1, …, ` +
        `got ${JSON.stringify(rows[wrong])} at ${wrong}`,
    );
}
