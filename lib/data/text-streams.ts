import * as tf from '@tensorflow/tfjs';
import { expectSize } from '../expect/expect-size';
import type { Batch } from './dataset';

/** How {@link TextStreams} cuts a text. */
export interface TextStreamsConfig {
  /** How many parts of the text are read side by side. */
  readonly streams: number;
  /** Tokens in a window. */
  readonly window: number;
}

/**
 * A text in equal parts that are read side by side, window after window: where one window of a stream ends the next
 * begins, so that a model can carry its state over.
 *
 * What doesn't fill a window in every stream is left out at the end.
 *
 * @example new TextStreams(ids, { streams: 16, window: 32 }).take(0) // x and y [16, 32]
 */
export class TextStreams {
  readonly streams: number;
  readonly window: number;
  /** How many windows follow each other in a stream. */
  readonly windows: number;
  readonly #length: number;

  /** @param ids the text's tokens in order, `[tokens]` */
  constructor(
    readonly ids: Int32Array,
    { streams, window }: TextStreamsConfig,
  ) {
    expectSize('TextStreams', 'streams', streams);
    expectSize('TextStreams', 'tokens in a window', window);
    this.streams = streams;
    this.window = window;
    this.#length = Math.floor((ids.length - 1) / streams);
    this.windows = Math.floor(this.#length / window);
    if (this.windows < 1)
      throw new Error(
        `TextStreams: expected a text of at least ${streams * window + 1} tokens, a window in each of ${streams} ` +
          `streams and the token after it, got ${ids.length}. Take a longer text, or a shorter window.`,
      );
  }

  /**
   * The windows of this number in every stream as new tensors, which the caller disposes.
   *
   * @param window 0 … windows − 1
   * @returns x int32 `[streams, window]`; y the same shape, each token the one after that of x
   */
  take(window: number): Batch<tf.Tensor2D, tf.Tensor2D> {
    if (!Number.isInteger(window) || window < 0 || window >= this.windows)
      throw new Error(
        `TextStreams.take: window ${window} is outside the ${this.windows} of a stream (0–${this.windows - 1})`,
      );
    const [B, T] = [this.streams, this.window];
    const shifted = (shift: number) => {
      const flat = new Int32Array(B * T);
      for (let stream = 0; stream < B; stream++) {
        const from = stream * this.#length + window * T + shift;
        flat.set(this.ids.subarray(from, from + T), stream * T);
      }
      return tf.tensor2d(flat, [B, T], 'int32');
    };
    return { x: shifted(0), y: shifted(1) };
  }
}
