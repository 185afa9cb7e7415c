import * as tf from '@tensorflow/tfjs';
import { expectShape } from '../expect/expect-shape';
import { expectSize } from '../expect/expect-size';
import {
  dropout,
  Embedding,
  EncoderLayer,
  type Layer,
  LayerNorm,
  Linear,
  neighbourMask,
  sinusoidalPositions,
} from '../nn';
import type { Rng } from '../rng';

/** The shape of an {@link Encoder}. */
export interface EncoderConfig {
  /** How many different tokens there are. */
  readonly vocabulary: number;
  /** How many classes each token is judged by; as many as there are tokens if not said. */
  readonly classes?: number;
  /** How many numbers stand for a token; even. Doubling it quadruples the parameters of the layers. */
  readonly channels: number;
  /** How many ways of looking each layer has; it must divide `channels`, and changes no number of parameters. */
  readonly heads: number;
  /** How many layers, one after the other. */
  readonly layers: number;
  /** While training, the share of numbers set to 0; 0 by default. */
  readonly dropout?: number;
  /** Whether tokens are told where they stand; false only to see what happens without. */
  readonly positions?: boolean;
  /** How many tokens each one sees to either side; by default all, however far. */
  readonly reach?: number;
}

/**
 * Reads a row of tokens and says something about each, knowing all the others: the left half of the Transformer.
 *
 * Vaswani et al., "Attention is all you need", 2017, section 3.1; alone, and with words to guess for classes, it is the
 * model of Devlin et al., "BERT", 2019. Norms stand in front of each part, as in Xiong et al., 2020.
 *
 * @example new Encoder({ vocabulary: 8, channels: 32, heads: 2, layers: 1 }, rng).forward(ids) // [batch, time, 8]
 */
export class Encoder implements Layer<tf.Tensor2D, tf.Tensor3D> {
  readonly config: Required<Omit<EncoderConfig, 'reach'>> & Pick<EncoderConfig, 'reach'>;
  readonly embedding: Embedding;
  readonly layers: readonly EncoderLayer[];
  readonly norm: LayerNorm;
  readonly output: Linear;

  constructor({ classes, dropout = 0, positions = true, reach, ...sizes }: EncoderConfig, rng: Rng) {
    const { vocabulary, channels: C, heads, layers } = sizes;
    this.config = { ...sizes, classes: classes ?? vocabulary, dropout, positions, reach };
    expectSize('Encoder', 'layers', layers);
    if (reach !== undefined) expectSize('Encoder', 'tokens of reach', reach, 0);
    // Times √C, below, an embedding's numbers have a variance of 1, near that of the positions they are added to.
    this.embedding = new Embedding(vocabulary, C, rng.fork('embedding'), { deviation: 1 / Math.sqrt(C) });
    this.layers = Array.from(
      { length: layers },
      (_, layer) => new EncoderLayer(C, heads, rng.fork(`layers.${layer}`), { dropout }),
    );
    this.norm = new LayerNorm(C);
    this.output = new Linear(C, this.config.classes, rng.fork('output'));
  }

  /**
   * @param ids int32 `[batch, time]`
   * @param rng given only while training: where dropout draws from
   * @returns logits `[batch, time, classes]`
   */
  forward(ids: tf.Tensor2D, rng?: Rng): tf.Tensor3D {
    return tf.tidy(() => this.output.forward(this.attend(ids, rng).vectors));
  }

  /**
   * What the layers made of each token, before it is judged, and where each token looked.
   *
   * @returns new tensors: `vectors` `[batch, time, channels]`; `weights` `[batch, heads, time, time]`, one per layer
   */
  attend(ids: tf.Tensor2D, rng?: Rng): { vectors: tf.Tensor3D; weights: tf.Tensor4D[] } {
    const { vocabulary, channels: C, positions, dropout: rate, reach } = this.config;
    expectShape(`Encoder(${vocabulary} tokens)`, ids, 'batch', 'time');
    const T = ids.shape[1];
    return tf.tidy(() => {
      // x = √C E[ids] + P[0 … T − 1]                                   [B, T, C]
      const tokens = this.embedding.forward<tf.Tensor3D>(ids).mul<tf.Tensor3D>(Math.sqrt(C));
      const placed = positions ? tokens.add<tf.Tensor3D>(sinusoidalPositions(T, C)) : tokens;
      let x = rng && rate > 0 ? dropout(placed, rate, rng) : placed;
      const mask = reach === undefined ? undefined : neighbourMask(T, reach);
      const weights = this.layers.map((layer) => {
        const attended = layer.attend(x, { mask, rng });
        x = attended.output;
        return attended.weights;
      });
      return { vectors: this.norm.forward(x), weights };
    });
  }
}
