import type * as tf from '@tensorflow/tfjs';
import type { Rng } from '../../rng';
import type { Layer } from '../layer';
import { lstmCell } from './lstm-cell';
import {
  type RecurrentLayer,
  RecurrentLayers,
  type RecurrentOptions,
  type RecurrentRunOptions,
} from './recurrent-layers';

/** The states of an {@link Lstm}, each `[layers · directions, batch, hidden]`. */
export type LstmState = {
  /** what the gates let out */
  readonly h: tf.Tensor3D;
  /** the memory */
  readonly c: tf.Tensor3D;
};

/** Where a run of an {@link Lstm} starts and ends. */
export interface LstmRunOptions extends Omit<RecurrentRunOptions, 'initial'> {
  /** The states before the first step; zeros by default. */
  readonly initial?: LstmState;
}

/**
 * A long short-term memory network: per step, gates decide what enters the memory, what stays and what is shown.
 *
 * Hochreiter and Schmidhuber, "Long short-term memory", 1997; with the forget gate of Gers, Schmidhuber and Cummins,
 * "Learning to forget", 2000. Each weight has four blocks of rows, in PyTorch's order i, f, g, o.
 *
 * @example new Lstm(64, 256, new Rng(0)).forward(x) // [batch, time, 64] → [batch, time, 256]
 */
export class Lstm implements Layer<tf.Tensor3D> {
  readonly layers: readonly RecurrentLayer[];
  readonly #network: RecurrentLayers;

  constructor(
    readonly inSize: number,
    readonly hiddenSize: number,
    rng: Rng,
    options: RecurrentOptions = {},
  ) {
    this.#network = new RecurrentLayers('Lstm', lstmCell, inSize, hiddenSize, rng, options);
    this.layers = this.#network.layers;
  }

  /**
   * @param x `[batch, time, in]`
   * @param rng given only while training: where dropout between layers draws from
   * @returns h of the last layer after each step, `[batch, time, hidden · directions]`
   */
  forward(x: tf.Tensor3D, rng?: Rng): tf.Tensor3D {
    const { output, h, c } = this.run(x, { rng });
    h.dispose();
    c.dispose();
    return output;
  }

  /**
   * @param x `[batch, time, in]`
   * @returns the output, and the states after each row's last step
   * @throws Error where a length is not 1 … time, or an initial state has another shape
   */
  run(
    x: tf.Tensor3D,
    { initial, ...options }: LstmRunOptions = {},
  ): LstmState & { readonly output: tf.Tensor3D } {
    const states = initial && [initial.h, initial.c];
    const { output, final } = this.#network.run(x, { ...options, initial: states });
    const [h, c] = final;
    return { output, h, c };
  }
}
