import * as tf from '@tensorflow/tfjs';
import { expectSize } from '../expect/expect-size';
import type { Rng } from '../rng';
import type { Batch, Dataset } from './dataset';
import { expectIndices } from './expect-indices';

/** How many rows, and what is to be remembered for how long. */
export interface RecallConfig {
  /** How many rows. */
  readonly size: number;
  /** How many symbols come after the one to remember; where there are several lags, each row draws one. */
  readonly lag: number | readonly number[];
  /** How many different symbols there are; 8 by default. Guessing is right once in so many. */
  readonly kinds?: number;
}

/**
 * Rows of symbols, each followed by the question: which one came first? All later ones are distractors of the same
 * alphabet, so nothing but its place tells the first from the others.
 *
 * All rows are as long as the longest lag needs. Rows with a shorter one begin with blanks, the token after the last
 * symbol.
 *
 * After Hochreiter and Schmidhuber, "Long short-term memory", 1997, section 5.2, where the distractors may repeat.
 *
 * @example new Recall({ size: 4_000, lag: 20 }, rng).take([0]) // x int32 [1, 21], y int32 [1]
 */
export class Recall implements Dataset<tf.Tensor2D, tf.Tensor1D> {
  readonly size: number;
  readonly isFixed = true;
  readonly kinds: number;
  /** Symbols in a row, blanks among them. */
  readonly time: number;
  /** `[size · time]` */
  readonly #tokens: Int32Array;
  /** `[size]` */
  readonly #answers: Int32Array;

  constructor({ size, lag, kinds = 8 }: RecallConfig, rng: Rng) {
    const lags = typeof lag === 'number' ? [lag] : lag;
    expectSize('Recall', 'rows', size);
    expectSize('Recall', 'kinds of symbols', kinds, 2);
    if (lags.length === 0) throw new Error('Recall: expected at least one lag, got none');
    for (const one of lags) expectSize('Recall', 'symbols after the first', one);
    this.size = size;
    this.kinds = kinds;
    const T = Math.max(...lags) + 1;
    this.time = T;
    this.#tokens = new Int32Array(size * T).fill(kinds);
    this.#answers = new Int32Array(size);
    for (let row = 0; row < size; row++) {
      const first = T - 1 - lags[rng.integer(lags.length)];
      for (let t = first; t < T; t++) this.#tokens[row * T + t] = rng.integer(kinds);
      this.#answers[row] = this.#tokens[row * T + first];
    }
  }

  /** How many different tokens a row may hold: the symbols and the blank. */
  get vocabulary(): number {
    return this.kinds + 1;
  }

  /**
   * The rows with these numbers as new tensors, which the caller disposes.
   *
   * @returns x int32 `[batch, time]`; y int32 `[batch]`, the first symbol
   */
  take(indices: ArrayLike<number>): Batch<tf.Tensor2D, tf.Tensor1D> {
    const rows = expectIndices('Recall.take', indices, this.size, 'rows');
    const T = this.time;
    const flat = new Int32Array(rows.length * T);
    rows.forEach((row, place) => {
      flat.set(this.#tokens.subarray(row * T, (row + 1) * T), place * T);
    });
    return {
      x: tf.tensor2d(flat, [rows.length, T], 'int32'),
      y: tf.tensor1d(
        Int32Array.from(rows, (row) => this.#answers[row]),
        'int32',
      ),
    };
  }
}
