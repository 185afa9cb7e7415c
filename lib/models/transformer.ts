import * as tf from '@tensorflow/tfjs';
import { expectShape } from '../expect/expect-shape';
import { expectSize } from '../expect/expect-size';
import {
  DecoderLayer,
  dropout,
  Embedding,
  EncoderLayer,
  type Layer,
  LayerNorm,
  Linear,
  paddingMask,
  sinusoidalPositions,
} from '../nn';
import type { Rng } from '../rng';
import type { Translator } from './translator';

/** The shape of a {@link Transformer}. */
export interface TransformerConfig {
  /** How many different tokens the source has, padding among them. */
  readonly sourceVocabulary: number;
  /** How many different tokens the target has, with begin and end. */
  readonly targetVocabulary: number;
  /** How many tokens a source has, with its padding. */
  readonly sourceLength: number;
  /** How many numbers stand for a token; even. Doubling it quadruples the parameters of the layers. */
  readonly channels: number;
  /** How many ways of looking each layer has; it must divide `channels`. */
  readonly heads: number;
  /** How many layers encoder and decoder have each. */
  readonly layers: number;
  /** While training, the share of numbers set to 0; 0 by default. */
  readonly dropout?: number;
  /** Where the norms stand: `pre`, the default, trains without warming up; `post` as in the paper. */
  readonly norm?: 'pre' | 'post';
  /** Whether tokens are told where they stand; false only to see what happens without. */
  readonly positions?: boolean;
  /** The token behind the end of shorter sources; 0 by default. */
  readonly padding?: number;
}

/** What the decoder carries from token to token. */
export type TransformerState = {
  /** What the encoder made of the source, `[batch, sourceLength, channels]`. */
  readonly memory: tf.Tensor3D;
  /** 0 at tokens, −1e9 at padding, `[batch, 1, 1, sourceLength]`. */
  readonly mask: tf.Tensor4D;
  /** The tokens written so far, int32 `[batch, written]`. */
  readonly written: tf.Tensor2D;
};

/**
 * Translates by attention alone: the encoder's tokens look at each other, the decoder's at those before them and at the
 * encoder's. Nothing waits for the token before it, so all positions are computed at once.
 *
 * Vaswani et al., "Attention is all you need", 2017, section 3; `pre` norms as in Xiong et al., "On layer normalization
 * in the Transformer architecture", 2020, with one more norm at the end of encoder and decoder.
 *
 * @example new Transformer({ sourceVocabulary: 90, targetVocabulary: 60, sourceLength: 20, channels: 64, heads: 4, layers: 2 }, rng)
 */
export class Transformer implements Layer<tf.Tensor2D, tf.Tensor3D>, Translator<TransformerState> {
  readonly config: Required<TransformerConfig>;
  readonly source: Embedding;
  readonly target: Embedding;
  readonly encoder: readonly EncoderLayer[];
  readonly encoderNorm: LayerNorm | undefined;
  readonly decoder: readonly DecoderLayer[];
  readonly decoderNorm: LayerNorm | undefined;
  readonly output: Linear;

  constructor(
    { dropout = 0, norm = 'pre', positions = true, padding = 0, ...sizes }: TransformerConfig,
    rng: Rng,
  ) {
    this.config = { ...sizes, dropout, norm, positions, padding };
    const { sourceVocabulary, targetVocabulary, sourceLength, channels: C, heads, layers } = sizes;
    expectSize('Transformer', 'source tokens', sourceLength);
    expectSize('Transformer', 'layers', layers);
    // Times √C, below, an embedding's numbers have a variance of 1, like the positions they are added to.
    const init = { deviation: 1 / Math.sqrt(C) };
    this.source = new Embedding(sourceVocabulary, C, rng.fork('source'), init);
    this.target = new Embedding(targetVocabulary, C, rng.fork('target'), init);
    const each = <T>(make: (layer: number) => T) => Array.from({ length: layers }, (_, layer) => make(layer));
    const options = { dropout, norm };
    this.encoder = each((layer) => new EncoderLayer(C, heads, rng.fork(`encoder.${layer}`), options));
    this.decoder = each((layer) => new DecoderLayer(C, heads, rng.fork(`decoder.${layer}`), options));
    if (norm === 'pre') {
      this.encoderNorm = new LayerNorm(C);
      this.decoderNorm = new LayerNorm(C);
    }
    this.output = new Linear(C, targetVocabulary, rng.fork('output'));
  }

  /**
   * Scores every target token, given the true ones before it, all at once.
   *
   * @param ids int32 `[batch, sourceLength + time]`: each source with its padding, then what the decoder is given, which
   * is the begin token and the target without its last token
   * @param rng given only while training: where dropout draws from
   * @returns logits `[batch, time, targetVocabulary]`: row t scores the target's token t
   */
  forward(ids: tf.Tensor2D, rng?: Rng): tf.Tensor3D {
    expectShape('Transformer', ids, 'batch', 'sourceLength + time');
    const S = this.config.sourceLength;
    const [B, all] = ids.shape;
    expectSize('Transformer', `target tokens behind the ${S} of the source`, all - S);
    return tf.tidy(() => {
      const { memory, mask } = this.#encode(ids.slice([0, 0], [B, S]), rng);
      const given = ids.slice<tf.Tensor2D>([0, S], [B, all - S]);
      return this.output.forward(this.#decode(given, memory, mask, rng).output) as tf.Tensor3D;
    });
  }

  /** @param source int32 `[batch, sourceLength]`, every row with at least one token before its padding */
  read(source: tf.Tensor2D): TransformerState {
    return tf.tidy(() => ({ ...this.#encode(source), written: tf.zeros([source.shape[0], 0], 'int32') }));
  }

  /**
   * @param last int32 `[batch]`: the token written before
   * @returns `weights` are those of the last layer, the mean of its heads
   */
  write(last: tf.Tensor1D, { memory, mask, written }: TransformerState) {
    const [B, S, C] = memory.shape;
    return tf.tidy(() => {
      const given = tf.concat<tf.Tensor2D>([written, last.reshape<tf.Tensor2D>([B, 1])], 1);
      const T = given.shape[1];
      const { output, weights } = this.#decode(given, memory, mask);
      const newest = output.slice([0, T - 1, 0], [B, 1, C]).reshape<tf.Tensor2D>([B, C]);
      const looks = weights.mean<tf.Tensor3D>(1).slice([0, T - 1, 0], [B, 1, S]);
      return {
        logits: this.output.forward(newest),
        weights: looks.reshape<tf.Tensor2D>([B, S]),
        state: { memory: memory.clone(), mask: mask.clone(), written: given },
      };
    });
  }

  #encode(source: tf.Tensor2D, rng?: Rng): { memory: tf.Tensor3D; mask: tf.Tensor4D } {
    expectShape('Transformer, source', source, 'batch', this.config.sourceLength);
    const mask = paddingMask(source.notEqual(this.config.padding));
    const embedded = this.#embed(this.source, source, rng);
    const read = this.encoder.reduce((x, layer) => layer.forward(x, { mask, rng }), embedded);
    return { memory: this.encoderNorm?.forward(read) ?? read, mask };
  }

  #decode(given: tf.Tensor2D, memory: tf.Tensor3D, memoryMask: tf.Tensor4D, rng?: Rng) {
    let x = this.#embed(this.target, given, rng);
    let weights: tf.Tensor4D | undefined;
    for (const layer of this.decoder) ({ output: x, weights } = layer.attend(x, memory, { memoryMask, rng }));
    return { output: this.decoderNorm?.forward(x) ?? x, weights: weights! };
  }

  /** x = √C E[ids] + P[0 … T − 1], `[batch, time]` → `[batch, time, channels]` */
  #embed(embedding: Embedding, ids: tf.Tensor2D, rng?: Rng): tf.Tensor3D {
    const { channels: C, positions, dropout: rate } = this.config;
    const tokens = embedding.forward<tf.Tensor3D>(ids).mul<tf.Tensor3D>(Math.sqrt(C));
    const x = positions ? tokens.add<tf.Tensor3D>(sinusoidalPositions(ids.shape[1], C)) : tokens;
    return rng && rate > 0 ? dropout(x, rate, rng) : x;
  }
}
