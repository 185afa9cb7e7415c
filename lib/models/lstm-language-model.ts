import * as tf from '@tensorflow/tfjs';
import { expectBetween } from '../expect/expect-between';
import { expectShape } from '../expect/expect-shape';
import { dropout, Embedding, type Layer, Linear, Lstm, type LstmState } from '../nn';
import type { Rng } from '../rng';
import type { Reading, RecurrentLanguageModel } from './recurrent-language-model';

/** The shape of an {@link LstmLanguageModel}. */
export interface LstmLanguageModelConfig {
  /** How many different tokens there are. */
  readonly vocabulary: number;
  /** How many numbers stand for a token. */
  readonly channels: number;
  /** How many memory cells a layer has. Doubling it quadruples the cost of a step. */
  readonly hidden: number;
  /** How many LSTM layers follow each other; 1 by default. */
  readonly layers?: number;
  /** While training, the share of numbers set to 0 before, between and after the layers; 0 by default. */
  readonly dropout?: number;
}

/**
 * Predicts at every position which token comes next, from a memory of all tokens before.
 *
 * Mikolov et al., "Recurrent neural network based language model", 2010, with an LSTM in the middle; dropout leaves the
 * path through time alone: Zaremba, Sutskever and Vinyals, "Recurrent neural network regularization", 2014, section 3.1.
 *
 * @example new LstmLanguageModel({ vocabulary: 65, channels: 64, hidden: 256 }, new Rng(0))
 */
export class LstmLanguageModel implements Layer<tf.Tensor2D, tf.Tensor3D>, RecurrentLanguageModel<LstmState> {
  readonly config: Required<LstmLanguageModelConfig>;
  readonly tokens: Embedding;
  readonly lstm: Lstm;
  readonly output: Linear;

  constructor({ layers = 1, dropout = 0, ...sizes }: LstmLanguageModelConfig, rng: Rng) {
    this.config = { ...sizes, layers, dropout };
    expectBetween('LstmLanguageModel', 'a dropout', dropout, 0, 1);
    const { vocabulary, channels, hidden } = sizes;
    this.tokens = new Embedding(vocabulary, channels, rng.fork('tokens'));
    this.lstm = new Lstm(channels, hidden, rng.fork('lstm'), { layers, dropout });
    this.output = new Linear(hidden, vocabulary, rng.fork('output'));
  }

  /**
   * @param ids int32 `[batch, time]`
   * @param rng given only while training: where dropout draws from
   * @returns logits `[batch, time, vocabulary]`: row t scores what follows token t
   */
  forward(ids: tf.Tensor2D, rng?: Rng): tf.Tensor3D {
    expectShape('LstmLanguageModel', ids, 'batch', 'time');
    const { dropout: rate } = this.config;
    const dropped = (x: tf.Tensor3D) => (rng && rate > 0 ? dropout(x, rate, rng) : x);
    return tf.tidy(() => {
      const x = dropped(this.tokens.forward(ids)); // [batch, time, channels]
      const h = dropped(this.lstm.forward(x, rng)); // [batch, time, hidden]
      return this.output.forward(h);
    });
  }

  /** The state of a model that has read nothing, h and c `[layers, batch, hidden]`. */
  emptyState(batch: number): LstmState {
    const { layers, hidden } = this.config;
    return { h: tf.zeros([layers, batch, hidden]), c: tf.zeros([layers, batch, hidden]) };
  }

  /**
   * Reads on from a state, with dropout off.
   *
   * @param ids int32 `[batch, time]`
   * @returns new tensors, which the caller disposes
   */
  read(ids: tf.Tensor2D, state: LstmState): Reading<LstmState> {
    expectShape('LstmLanguageModel.read', ids, 'batch', 'time');
    return tf.tidy(() => {
      const x = this.tokens.forward(ids) as tf.Tensor3D; // [batch, time, channels]
      const { output: hidden, h, c } = this.lstm.run(x, { initial: state });
      return { logits: this.output.forward(hidden), hidden, state: { h, c } };
    });
  }
}
