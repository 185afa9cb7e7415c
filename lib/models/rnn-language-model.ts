import * as tf from '@tensorflow/tfjs';
import { expectShape } from '../expect/expect-shape';
import { Embedding, type Layer, Linear, Rnn } from '../nn';
import type { Rng } from '../rng';
import type { Reading, RecurrentLanguageModel } from './recurrent-language-model';

/** The shape of an {@link RnnLanguageModel}. */
export interface RnnLanguageModelConfig {
  /** How many different tokens there are. */
  readonly vocabulary: number;
  /** How many numbers stand for a token. */
  readonly channels: number;
  /** How many numbers the model can remember. Doubling it quadruples the cost of a step. */
  readonly hidden: number;
}

/** The memory of an {@link RnnLanguageModel}. */
export type RnnState = {
  /** `[1, batch, hidden]` */
  readonly h: tf.Tensor3D;
};

/**
 * Predicts at every position which token comes next, from a state into which each token is mixed in turn.
 *
 * Elman, "Finding structure in time", 1990; as a language model: Mikolov et al., "Recurrent neural network based
 * language model", 2010, here with tanh.
 *
 * @example new RnnLanguageModel({ vocabulary: 65, channels: 32, hidden: 128 }, new Rng(0))
 */
export class RnnLanguageModel implements Layer<tf.Tensor2D, tf.Tensor3D>, RecurrentLanguageModel<RnnState> {
  readonly tokens: Embedding;
  readonly rnn: Rnn;
  readonly output: Linear;

  constructor(
    readonly config: RnnLanguageModelConfig,
    rng: Rng,
  ) {
    const { vocabulary, channels, hidden } = config;
    this.tokens = new Embedding(vocabulary, channels, rng.fork('tokens'));
    this.rnn = new Rnn(channels, hidden, rng.fork('rnn'));
    this.output = new Linear(hidden, vocabulary, rng.fork('output'));
  }

  /**
   * Reads from an empty state.
   *
   * @param ids int32 `[batch, time]`
   * @returns logits `[batch, time, vocabulary]`: row t scores what follows token t
   */
  forward(ids: tf.Tensor2D): tf.Tensor3D {
    expectShape('RnnLanguageModel', ids, 'batch', 'time');
    return tf.tidy(() => this.read(ids, this.emptyState(ids.shape[0])).logits);
  }

  /** The state of a model that has read nothing, `[1, batch, hidden]`. */
  emptyState(batch: number): RnnState {
    return { h: tf.zeros([1, batch, this.config.hidden]) };
  }

  /**
   * Reads on from a state.
   *
   * @param ids int32 `[batch, time]`
   * @returns new tensors, which the caller disposes
   */
  read(ids: tf.Tensor2D, state: RnnState): Reading<RnnState> {
    expectShape('RnnLanguageModel.read', ids, 'batch', 'time');
    return tf.tidy(() => {
      const x = this.tokens.forward(ids) as tf.Tensor3D; // [batch, time, channels]
      // h_t = tanh(W x_t + b + U h_(t−1) + b′)                        [batch, time, hidden]
      const { output: hidden, h } = this.rnn.run(x, { initial: state.h });
      // z_t = h_t W_z + b_z, the logits of what comes next            [batch, time, vocabulary]
      return { logits: this.output.forward(hidden), hidden, state: { h } };
    });
  }
}
