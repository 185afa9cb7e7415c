import * as tf from '@tensorflow/tfjs';
import { guard } from '../compile';
import { expectShape } from '../expect/expect-shape';
import { expectSize } from '../expect/expect-size';
import { cachePlace, Embedding, type KeyValueCache, type Layer, LayerNorm, TransformerBlock } from '../nn';
import type { Rng } from '../rng';
import { embedRow } from './embed-row';
import { expectStack } from './expect-stack';

/** The shape of a {@link Gpt}. */
export interface GptConfig {
  /** How many different tokens there are. */
  readonly vocabulary: number;
  /** How many tokens the model sees at most. Doubling it quadruples the cost of attention. */
  readonly context: number;
  /** How many blocks follow each other. */
  readonly layers: number;
  /** How many ways of looking each block has; it must divide `channels`. */
  readonly heads: number;
  /** How many numbers stand for a token. Doubling it quadruples the parameters of the blocks. */
  readonly channels: number;
  /** While training, the share of numbers set to 0 after embeddings, attention and each part of a block; 0 by default. */
  readonly dropout?: number;
  /** Whether linear maps and norms add a bias, as GPT-2's do; true by default. Without is a little quicker. */
  readonly bias?: boolean;
  /** GPT-2's approximation of GELU by `tanh`, or the `exact` one; `tanh` by default. */
  readonly gelu?: 'exact' | 'tanh';
}

/** The logits of the next token, and what the model then remembers. */
export type GptStep = {
  /** `[batch, vocabulary]` */
  readonly logits: tf.Tensor2D;
  /** One per layer. */
  readonly cache: KeyValueCache[];
};

/**
 * A generative pre-trained transformer: predicts at every position which token comes next.
 *
 * The architecture and the start of the weights are those of Radford et al., "Language models are unsupervised
 * multitask learners" (GPT-2), 2019, section 2.3, after Radford et al., "Improving language understanding by
 * generative pre-training" (GPT-1), 2018, sections 3.1 and 4.1. The output shares the token embedding's table: Press
 * and Wolf, "Using the output embedding to improve language models", 2017, section 3.
 *
 * @example new Gpt({ vocabulary: 65, context: 64, layers: 4, heads: 4, channels: 128 }, new Rng(0))
 */
export class Gpt implements Layer<tf.Tensor2D, tf.Tensor3D> {
  readonly config: Required<GptConfig>;
  readonly tokens: Embedding;
  readonly positions: Embedding;
  readonly blocks: readonly TransformerBlock[];
  readonly norm: LayerNorm;

  constructor({ dropout = 0, bias = true, gelu = 'tanh', ...sizes }: GptConfig, rng: Rng) {
    this.config = { ...sizes, dropout, bias, gelu };
    const { vocabulary, context, layers, heads, channels } = sizes;
    expectStack('Gpt', this.config);
    const init = { deviation: 0.02 };
    // Each block adds twice to the sum that passes through, so after N blocks its variance would be 2 N times as large
    const outInit = { deviation: 0.02 / Math.sqrt(2 * layers) };
    const activation = gelu === 'tanh' ? 'geluTanh' : 'gelu';
    this.tokens = new Embedding(vocabulary, channels, rng.fork('tokens'), init);
    this.positions = new Embedding(context, channels, rng.fork('positions'), init);
    this.blocks = Array.from(
      { length: layers },
      (_, layer) =>
        new TransformerBlock(channels, heads, rng.fork(`blocks.${layer}`), {
          dropout,
          bias,
          activation,
          init,
          outInit,
        }),
    );
    this.norm = new LayerNorm(channels, { bias });
  }

  /**
   * @param ids int32 `[batch, time]`, at most `context` tokens a row
   * @param rng given only while training: where dropout draws from
   * @returns logits `[batch, time, vocabulary]`: row t scores what follows token t, seeing only tokens 0 … t
   */
  forward(ids: tf.Tensor2D, rng?: Rng): tf.Tensor3D {
    return tf.tidy(() => {
      const y = this.represent(ids, rng);
      const [B, T, C] = y.shape;
      return this.#logits(y.reshape([B * T, C])).reshape<tf.Tensor3D>([B, T, this.config.vocabulary]);
    });
  }

  /**
   * What the blocks made of each token, before it is compared with the embeddings of what might follow.
   *
   * @param ids int32 `[batch, time]`, at most `context` tokens a row
   * @returns `[batch, time, channels]`: row t knows only tokens 0 … t
   */
  represent(ids: tf.Tensor2D, rng?: Rng): tf.Tensor3D {
    return tf.tidy(() => {
      const x = embedRow('Gpt', this, ids, rng);
      return this.norm.forward(this.blocks.reduce((x, block) => block.forward(x, rng), x));
    });
  }

  /**
   * The logits after one more token of every row, whose predecessors are remembered: the work of one token, not of all.
   *
   * Shapes don't depend on the position, so that the same compiled step serves every token.
   *
   * @param ids int32 `[batch]`
   * @param position int32 scalar, 0 … context − 1: how many tokens came before
   * @param cache from `emptyCache` or from the step before; it stays the caller's to dispose
   * @returns logits `[batch, vocabulary]` and a new cache, which the caller disposes
   * @example model.next(tf.tensor1d([5], 'int32'), tf.scalar(0, 'int32'), model.emptyCache(1))
   */
  next(ids: tf.Tensor1D, position: tf.Scalar, cache: readonly KeyValueCache[]): GptStep {
    const { context } = this.config;
    expectShape('Gpt.next', ids, 'batch');
    expectShape('Gpt.next, position', position);
    const [rows, layers] = [cache[0]?.keys.shape[0], cache.length];
    if (rows !== ids.size || layers !== this.blocks.length)
      throw new Error(
        `Gpt.next: expected a cache of ${ids.size} rows and ${this.blocks.length} layers, got ${rows} and ${layers}`,
      );
    guard([position], ([place]) => {
      if (position.dtype !== 'int32' || !(place >= 0 && place < context))
        throw new Error(
          `Gpt.next: expected an int32 position 0–${context - 1}, got ${position.dtype} ${place}. ` +
            'Once the context is full, start again with the last tokens.',
        );
    });
    return tf.tidy(() => this.#after(this.tokens.forward<tf.Tensor2D>(ids), position, cache));
  }

  /**
   * {@link Gpt.next} without a look at the numbers, for loops that can't look: the caller answers for tokens of the
   * vocabulary, and a position within the context.
   */
  following(ids: tf.Tensor1D, position: tf.Scalar, cache: readonly KeyValueCache[]): GptStep {
    return tf.tidy(() => this.#after(tf.gather(this.tokens.weight, ids), position, cache));
  }

  /** @returns for every layer new tensors for the keys and values of `batch` rows of tokens, none of which came yet */
  emptyCache(batch: number): KeyValueCache[] {
    expectSize('Gpt.emptyCache', 'rows', batch);
    const { context, heads, channels } = this.config;
    const empty = () => tf.zeros<tf.Rank.R4>([batch, heads, context, channels / heads]);
    return this.blocks.map(() => ({ keys: empty(), values: empty() }));
  }

  #after(embedded: tf.Tensor2D, position: tf.Scalar, cache: readonly KeyValueCache[]): GptStep {
    const place = cachePlace(position, this.config.context);
    // x = E[id] + P[position]                                          [B, C]
    let x = embedded.add<tf.Tensor2D>(tf.gather(this.positions.weight, position));
    const caches = this.blocks.map((block, layer) => {
      const { y, cache: filled } = block.next(x, place, cache[layer]);
      x = y;
      return filled;
    });
    return { logits: this.#logits(this.norm.forward(x)), cache: caches };
  }

  /** y Eᵀ: how alike the result is to each token's embedding, `[rows, channels]` → `[rows, vocabulary]`. */
  #logits(y: tf.Tensor2D): tf.Tensor2D {
    return tf.matMul(y, this.tokens.weight, false, true);
  }
}
