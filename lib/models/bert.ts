import * as tf from '@tensorflow/tfjs';
import { Embedding, type Layer, LayerNorm, paddingMask, TransformerBlock } from '../nn';
import type { Rng } from '../rng';
import { embedRow } from './embed-row';
import { expectStack } from './expect-stack';

/** The shape of a {@link Bert}. */
export interface BertConfig {
  /** How many different tokens there are, the mask and the padding among them. */
  readonly vocabulary: number;
  /** How many tokens the model sees at most. */
  readonly context: number;
  /** How many blocks follow each other. */
  readonly layers: number;
  /** How many ways of looking each block has; it must divide `channels`. */
  readonly heads: number;
  /** How many numbers stand for a token. Doubling it quadruples the parameters of the blocks. */
  readonly channels: number;
  /** While training, the share of numbers set to 0 after embeddings, attention and each part of a block; 0 by default. */
  readonly dropout?: number;
  /** The token behind the end of shorter rows, at which nobody looks; 0 by default. */
  readonly padding?: number;
}

/**
 * Fills in blanks: says of every token of a row which one it takes to stand there, having seen all of them.
 *
 * Devlin et al., "BERT: Pre-training of deep bidirectional Transformers for language understanding", 2019, section 3. The
 * blocks are those of `Gpt`, parameter by parameter, so that the two can be compared: norms in front of each part, and
 * the output straight from the token embedding's table. BERT itself has its norms behind, one more layer in front of the
 * output, and learns besides which of two sentences follows the other.
 *
 * @example new Bert({ vocabulary: 180, context: 12, layers: 2, heads: 4, channels: 64 }, new Rng(0))
 */
export class Bert implements Layer<tf.Tensor2D, tf.Tensor3D> {
  readonly config: Required<BertConfig>;
  readonly tokens: Embedding;
  readonly positions: Embedding;
  readonly blocks: readonly TransformerBlock[];
  readonly norm: LayerNorm;

  constructor({ dropout = 0, padding = 0, ...sizes }: BertConfig, rng: Rng) {
    this.config = { ...sizes, dropout, padding };
    const { vocabulary, context, layers, heads, channels } = sizes;
    expectStack('Bert', this.config);
    const init = { deviation: 0.02 };
    // As in Gpt: each block adds twice to the sum that passes through
    const outInit = { deviation: 0.02 / Math.sqrt(2 * layers) };
    const options = { causal: false, dropout, activation: 'geluTanh', init, outInit } as const;
    this.tokens = new Embedding(vocabulary, channels, rng.fork('tokens'), init);
    this.positions = new Embedding(context, channels, rng.fork('positions'), init);
    this.blocks = Array.from(
      { length: layers },
      (_, layer) => new TransformerBlock(channels, heads, rng.fork(`blocks.${layer}`), options),
    );
    this.norm = new LayerNorm(channels);
  }

  /**
   * @param ids int32 `[batch, time]`, at most `context` tokens a row, shorter rows with padding behind
   * @param rng given only while training: where dropout draws from
   * @returns logits `[batch, time, vocabulary]`: row t scores what stands at t
   */
  forward(ids: tf.Tensor2D, rng?: Rng): tf.Tensor3D {
    return tf.tidy(() => {
      const y = this.represent(ids, rng);
      const [B, T, C] = y.shape;
      // Z = Y Eᵀ: how alike the result is to each token's embedding      [B T, V]
      const logits = tf.matMul(y.reshape<tf.Tensor2D>([B * T, C]), this.tokens.weight, false, true);
      return logits.reshape<tf.Tensor3D>([B, T, this.config.vocabulary]);
    });
  }

  /**
   * What the blocks made of each token, before it is compared with the embeddings.
   *
   * @param ids int32 `[batch, time]`, at most `context` tokens a row
   * @returns `[batch, time, channels]`: each row knows all tokens, and nothing of the padding
   */
  represent(ids: tf.Tensor2D, rng?: Rng): tf.Tensor3D {
    return tf.tidy(() => {
      const x = embedRow('Bert', this, ids, rng);
      const mask = paddingMask(ids.notEqual(this.config.padding));
      return this.norm.forward(this.blocks.reduce((x, block) => block.forward(x, rng, mask), x));
    });
  }
}
