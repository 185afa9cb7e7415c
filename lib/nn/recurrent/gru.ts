import type * as tf from '@tensorflow/tfjs';
import type { Rng } from '../../rng';
import type { Layer } from '../layer';
import { gruCell } from './gru-cell';
import {
  type RecurrentLayer,
  RecurrentLayers,
  type RecurrentOptions,
  type RecurrentRunOptions,
} from './recurrent-layers';

/** Where a run of an `Rnn` or a {@link Gru} starts and ends. */
export interface StateRunOptions extends Omit<RecurrentRunOptions, 'initial'> {
  /** The state before the first step, `[layers · directions, batch, hidden]`; zeros by default. */
  readonly initial?: tf.Tensor3D;
}

/** What a run of an `Rnn` or a {@link Gru} makes. */
export type StateRun = {
  /** `[batch, time, hidden · directions]` */
  readonly output: tf.Tensor3D;
  /** after each row's last step, `[layers · directions, batch, hidden]` */
  readonly h: tf.Tensor3D;
};

/**
 * A gated recurrent unit network: two gates, and no memory besides the state.
 *
 * Cho et al., "Learning phrase representations using RNN encoder–decoder for statistical machine translation", 2014,
 * section 2.3. Each weight has three blocks of rows, in PyTorch's order r, z, n; r acts after the product, as there.
 *
 * @example new Gru(64, 256, new Rng(0)).forward(x) // [batch, time, 64] → [batch, time, 256]
 */
export class Gru implements Layer<tf.Tensor3D> {
  readonly layers: readonly RecurrentLayer[];
  readonly #network: RecurrentLayers;

  constructor(
    readonly inSize: number,
    readonly hiddenSize: number,
    rng: Rng,
    options: RecurrentOptions = {},
  ) {
    this.#network = new RecurrentLayers('Gru', gruCell, inSize, hiddenSize, rng, options);
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
