import * as tf from '@tensorflow/tfjs';
import { expectSize } from '../expect/expect-size';
import type { Batch, Dataset } from './dataset';
import { expectIndices } from './expect-indices';

/**
 * A text as examples for a language model: a window of tokens, and for each of them the one that comes next.
 *
 * Windows start at every token, so they overlap; with a context of 1 the examples are the pairs of neighbours.
 *
 * @example new NextTokens(vocabulary.encode(characterTokenizer.split(text)), 32).take([0]) // x and y [1, 32]
 */
export class NextTokens implements Dataset<tf.Tensor2D, tf.Tensor2D> {
  readonly size: number;

  /**
   * @param ids the text's tokens in order, `[tokens]`
   * @param contextLength tokens in a window
   */
  constructor(
    readonly ids: Int32Array,
    readonly contextLength: number,
  ) {
    expectSize('NextTokens', 'tokens in a window', contextLength);
    this.size = ids.length - contextLength;
    if (this.size < 1)
      throw new Error(
        `NextTokens: expected a text of at least ${contextLength + 1} tokens, a window and the one after it, ` +
          `got ${ids.length}`,
      );
  }

  /**
   * The windows that start at these tokens as new tensors, which the caller disposes.
   *
   * @returns x int32 `[batch, contextLength]`; y the same shape, each token the one after that of x
   */
  take(indices: ArrayLike<number>): Batch<tf.Tensor2D, tf.Tensor2D> {
    const starts = expectIndices('NextTokens.take', indices, this.size, 'windows');
    const [B, T] = [starts.length, this.contextLength];
    const windows = (shift: number) => {
      const flat = new Int32Array(B * T);
      starts.forEach((start, row) => {
        flat.set(this.ids.subarray(start + shift, start + shift + T), row * T);
      });
      return tf.tensor2d(flat, [B, T], 'int32');
    };
    return { x: windows(0), y: windows(1) };
  }
}
