import * as tf from '@tensorflow/tfjs';
import { expectShape } from '../expect/expect-shape';
import { type Layer, Linear, Rnn } from '../nn';
import type { Rng } from '../rng';

/** The shape of an {@link RnnReader}. */
export interface RnnReaderConfig {
  /** Numbers that come in per step. */
  readonly inSize: number;
  /** How many numbers it can remember. */
  readonly hidden: number;
  /** Numbers that leave at the end. */
  readonly outSize: number;
  /** What bends each step. */
  readonly activation: 'tanh' | 'relu';
}

/**
 * Reads a whole sequence and answers once, at its end, from the last state.
 *
 * Le, Jaitly and Hinton, "A simple way to initialize recurrent networks of rectified linear units", 2015, section 4.1.
 *
 * @example new RnnReader({ inSize: 2, hidden: 100, outSize: 1, activation: 'relu' }, new Rng(0))
 */
export class RnnReader implements Layer<tf.Tensor3D, tf.Tensor2D> {
  readonly rnn: Rnn;
  readonly output: Linear;

  constructor(
    readonly config: RnnReaderConfig,
    rng: Rng,
  ) {
    const { inSize, hidden, outSize, activation } = config;
    this.rnn = new Rnn(inSize, hidden, rng.fork('rnn'), { activation });
    this.output = new Linear(hidden, outSize, rng.fork('output'));
  }

  /**
   * @param x `[batch, time, in]`
   * @returns `[batch, out]`
   */
  forward(x: tf.Tensor3D): tf.Tensor2D {
    const { inSize, hidden } = this.config;
    expectShape('RnnReader', x, 'batch', 'time', inSize);
    return tf.tidy(() => {
      const { h } = this.rnn.run(x); // [1, batch, hidden]
      // y = h_T W + b
      return this.output.forward(h.reshape<tf.Tensor2D>([-1, hidden]));
    });
  }
}
