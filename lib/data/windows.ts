import * as tf from '@tensorflow/tfjs';
import { expectSize } from '../expect/expect-size';
import type { Batch, Dataset } from './dataset';

/** What {@link Windows} cuts. */
export interface WindowsConfig {
  /** How many tokens are seen before the one to predict. */
  readonly contextLength: number;
  /** The token id that fills a context in front of a sequence's first token, and that ends the sequence. */
  readonly boundary: number;
}

/**
 * Sequences cut into examples: the last few tokens, and which token comes next.
 *
 * The sequence `5 2` with boundary 0 and a context of 3 gives `0 0 0 → 5`, `0 0 5 → 2` and `0 5 2 → 0`.
 *
 * Source: Bengio et al., "A neural probabilistic language model", 2003, section 2.
 *
 * @example new Windows(names.map((name) => vocabulary.encode([...name])), { contextLength: 3, boundary: 0 })
 */
export class Windows implements Dataset<tf.Tensor2D, tf.Tensor1D> {
  readonly size: number;
  readonly contextLength: number;
  /** All sequences one after the other, each with its boundaries. */
  readonly #ids: Int32Array;
  /** By example: where in them its target stands. */
  readonly #targets: Int32Array;

  constructor(sequences: readonly ArrayLike<number>[], { contextLength, boundary }: WindowsConfig) {
    expectSize('Windows', 'tokens of context', contextLength);
    if (sequences.length === 0) throw new Error('Windows: expected at least one sequence, got none');
    const tokens = sequences.reduce((sum, { length }) => sum + length + 1, 0);
    this.size = tokens;
    this.contextLength = contextLength;
    this.#ids = new Int32Array(tokens + sequences.length * contextLength).fill(boundary);
    this.#targets = new Int32Array(tokens);
    let place = 0;
    let example = 0;
    for (const sequence of sequences) {
      place += contextLength;
      this.#ids.set(sequence, place);
      for (let token = 0; token <= sequence.length; token++) this.#targets[example++] = place++;
    }
  }

  /**
   * The examples with these numbers as new tensors, which the caller disposes.
   *
   * @returns x int32 `[batch, contextLength]`; y int32 `[batch]`, the token that follows
   */
  take(indices: ArrayLike<number>): Batch<tf.Tensor2D, tf.Tensor1D> {
    const B = indices.length;
    const T = this.contextLength;
    if (B === 0) throw new Error('Windows.take: expected at least one index, got none');
    const x = new Int32Array(B * T);
    const y = new Int32Array(B);
    for (let row = 0; row < B; row++) {
      const place = this.#targets[indices[row]];
      if (place === undefined)
        throw new Error(
          `Windows.take: index ${indices[row]} is outside the ${this.size} examples (0–${this.size - 1})`,
        );
      x.set(this.#ids.subarray(place - T, place), row * T);
      y[row] = this.#ids[place];
    }
    return { x: tf.tensor2d(x, [B, T], 'int32'), y: tf.tensor1d(y, 'int32') };
  }
}
