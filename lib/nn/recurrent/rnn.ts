import type * as tf from '@tensorflow/tfjs';
import type { Rng } from '../../rng';
import type { Layer } from '../layer';
import type { StateRun, StateRunOptions } from './gru';
import { type RecurrentLayer, RecurrentLayers, type RecurrentOptions } from './recurrent-layers';
import { rnnCell } from './rnn-cell';

/** What an {@link Rnn} takes besides its sizes. */
export interface RnnOptions extends RecurrentOptions {
  /**
   * What bends each step; `tanh` by default. `relu` neither shrinks nor bounds the state; `identity` bends nothing, and
   * leaves all to the matrix.
   */
  readonly activation?: 'tanh' | 'relu' | 'identity';
}

/**
 * The simple recurrent network: the new state is a bent sum of the input and the old state.
 *
 * Elman, "Finding structure in time", 1990.
 *
 * @example new Rnn(64, 256, new Rng(0)).forward(x) // [batch, time, 64] → [batch, time, 256]
 */
export class Rnn implements Layer<tf.Tensor3D> {
  readonly layers: readonly RecurrentLayer[];
  readonly #network: RecurrentLayers;

  constructor(
    readonly inSize: number,
    readonly hiddenSize: number,
    rng: Rng,
    { activation = 'tanh', ...options }: RnnOptions = {},
  ) {
    this.#network = new RecurrentLayers('Rnn', rnnCell(activation), inSize, hiddenSize, rng, options);
    this.layers = this.#network.layers;
  }

  /**
   * @param x `[batch, time, in]`
   * @param rng given only while training: where dropout between layers draws from
   * @returns the state of the last layer after each step, `[batch, time, hidden · directions]`
   */
  forward(x: tf.Tensor3D, rng?: Rng): tf.Tensor3D {
    const { output, h } = this.run(x, { rng });
    h.dispose();
    return output;
  }

  /**
   * @param x `[batch, time, in]`
   * @returns the output, and the state after each row's last step
   * @throws Error where a length is not 1 … time, or the initial state has another shape
   */
  run(x: tf.Tensor3D, { initial, ...options }: StateRunOptions = {}): StateRun {
    const { output, final } = this.#network.run(x, { ...options, initial: initial && [initial] });
    return { output, h: final[0] };
  }
}
