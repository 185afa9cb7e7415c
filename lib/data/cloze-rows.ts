import * as tf from '@tensorflow/tfjs';
import type { Rng } from '../rng';
import { type MaskOptions, maskTokens } from '../text/mask-tokens';
import type { Batch, Dataset } from './dataset';
import { expectIndices } from './expect-indices';

/**
 * Rows of tokens as cloze tests: each time a row is taken, other tokens of it are hidden.
 *
 * What is hidden depends only on the seed, the row and how often that row was taken before: the same training sees the
 * same blanks. Liu et al., "RoBERTa", 2019, section 4.1, call it dynamic masking.
 *
 * @example
 * const data = new ClozeRows(rows, { mask, special, vocabulary }, rng);
 * data.take([0]); // x int32 [1, time] with blanks, y int32 [1, time]: the hidden tokens, padding elsewhere
 */
export class ClozeRows implements Dataset<tf.Tensor2D, tf.Tensor2D> {
  readonly size: number;
  readonly isFixed = false;
  /** How many tokens a row has. */
  readonly time: number;
  readonly #taken: Uint32Array;

  /** @throws Error on no rows, on rows of different lengths, on what `maskTokens` refuses */
  constructor(
    readonly rows: readonly ArrayLike<number>[],
    readonly options: MaskOptions,
    readonly rng: Rng,
  ) {
    this.size = rows.length;
    if (this.size === 0) throw new Error('ClozeRows: expected at least one row of tokens, got none');
    this.time = rows[0].length;
    for (const [index, row] of rows.entries()) {
      if (row.length !== this.time)
        throw new Error(`ClozeRows: expected rows of ${this.time} tokens, got ${row.length} in row ${index}`);
      maskTokens(row, options, rng.fork(index)); // refuses at the door what can't be masked
    }
    this.#taken = new Uint32Array(this.size);
  }

  /** @returns x int32 `[batch, time]`: rows with blanks; y int32 `[batch, time]`: what was there, padding elsewhere */
  take(indices: ArrayLike<number>): Batch<tf.Tensor2D, tf.Tensor2D> {
    const rows = expectIndices('ClozeRows.take', indices, this.size, 'rows');
    const shape: [number, number] = [rows.length, this.time];
    const [x, y] = [new Int32Array(rows.length * this.time), new Int32Array(rows.length * this.time)];
    for (const [place, row] of rows.entries()) {
      const rng = this.rng.fork(row).fork(this.#taken[row]++);
      const { ids, labels } = maskTokens(this.rows[row], this.options, rng);
      x.set(ids, place * this.time);
      y.set(labels, place * this.time);
    }
    return { x: tf.tensor2d(x, shape, 'int32'), y: tf.tensor2d(y, shape, 'int32') };
  }
}
