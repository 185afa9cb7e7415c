import type * as tf from '@tensorflow/tfjs';
import { Embedding, Gru, type Layer, Linear, type Rng } from 'lineage';

/** Predicts the next token from a GRU's state: the library's layers, put together as in its LSTM language model. */
export class GruLanguageModel implements Layer<tf.Tensor2D, tf.Tensor3D> {
  readonly tokens: Embedding;
  readonly gru: Gru;
  readonly output: Linear;

  constructor(vocabulary: number, channels: number, hidden: number, rng: Rng) {
    this.tokens = new Embedding(vocabulary, channels, rng.fork('tokens'));
    this.gru = new Gru(channels, hidden, rng.fork('gru'));
    this.output = new Linear(hidden, vocabulary, rng.fork('output'));
  }

  /**
   * @param ids int32 `[batch, time]`
   * @returns logits `[batch, time, vocabulary]`
   */
  forward(ids: tf.Tensor2D): tf.Tensor3D {
    return this.output.forward(this.gru.forward(this.tokens.forward(ids)));
  }
}
