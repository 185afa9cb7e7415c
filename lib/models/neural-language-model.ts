import * as tf from '@tensorflow/tfjs';
import { expectShape } from '../expect/expect-shape';
import { expectSize } from '../expect/expect-size';
import { Embedding, type Layer, Linear } from '../nn';
import type { Rng } from '../rng';

/** The shape of a {@link NeuralLanguageModel}. */
export interface NeuralLanguageModelConfig {
  /** How many different tokens there are. */
  readonly vocabulary: number;
  /** How many tokens are seen. One more adds `channels × hidden` weights, not a table V times as large. */
  readonly contextLength: number;
  /** How many numbers stand for a token. */
  readonly channels: number;
  /** Hidden units. */
  readonly hidden: number;
}

/**
 * Predicts the next token from the last few: each is looked up in one table, the vectors stand side by side, and a
 * hidden layer mixes them.
 *
 * Bengio, Ducharme, Vincent and Jauvin, "A neural probabilistic language model", 2003, section 2, without the direct
 * connections (W = 0).
 *
 * @example new NeuralLanguageModel({ vocabulary: 27, contextLength: 3, channels: 16, hidden: 200 }, new Rng(0))
 */
export class NeuralLanguageModel implements Layer<tf.Tensor2D, tf.Tensor2D> {
  readonly config: NeuralLanguageModelConfig;
  /** C `[vocabulary, channels]` */
  readonly tokens: Embedding;
  /** H and d */
  readonly hidden: Linear;
  /** U and b */
  readonly output: Linear;

  constructor(config: NeuralLanguageModelConfig, rng: Rng) {
    this.config = config;
    const { vocabulary, contextLength, channels, hidden } = config;
    expectSize('NeuralLanguageModel', 'tokens of context', contextLength);
    this.tokens = new Embedding(vocabulary, channels, rng.fork('tokens'));
    this.hidden = new Linear(contextLength * channels, hidden, rng.fork('hidden'), { init: 'xavier' });
    this.output = new Linear(hidden, vocabulary, rng.fork('output'));
  }

  /**
   * @param ids int32 `[batch, contextLength]`
   * @returns logits of what follows, `[batch, vocabulary]`
   */
  forward(ids: tf.Tensor2D): tf.Tensor2D {
    const { contextLength, channels } = this.config;
    expectShape('NeuralLanguageModel', ids, 'batch', contextLength);
    const [B, T] = ids.shape;
    return tf.tidy(() => {
      // x = (C(w₁), …, C(w_T))                                      [batch, T · channels]
      const x = this.tokens.forward(ids).reshape<tf.Tensor2D>([B, T * channels]);
      // y = b + U tanh(d + H x)                                     [batch, vocabulary]
      return this.output.forward(this.hidden.forward(x).tanh());
    });
  }
}
