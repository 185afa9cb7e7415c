import * as tf from '@tensorflow/tfjs';
import { expectBetween } from '../expect/expect-between';
import { expectShape } from '../expect/expect-shape';
import { expectSize } from '../expect/expect-size';
import type { Rng } from '../rng';
import type { CachePlace } from './cache-place';
import { causalMask } from './causal-mask';
import { dropout } from './dropout';
import { joinHeads, splitHeads } from './heads';
import type { Init } from './init';
import type { KeyValueCache } from './key-value-cache';
import type { Layer } from './layer';
import { Linear } from './linear';
import { scaledDotProductAttention } from './scaled-dot-product-attention';

/** What {@link SelfAttention} takes besides its sizes. */
export interface SelfAttentionOptions {
  /** While training, the share of attention weights, and of the result's numbers, set to 0; 0 by default. */
  readonly dropout?: number;
  /** Whether the two linear maps add a bias; true by default. */
  readonly bias?: boolean;
  /** How the map to queries, keys and values starts. */
  readonly init?: Init;
  /** How the map of the heads' results starts; as `init` by default. */
  readonly outInit?: Init;
  /** Whether a token sees only itself and what came before, as where the next one is to be predicted; false by default. */
  readonly causal?: boolean;
}

/** What attention is given besides its tokens. */
export interface AttendOptions {
  /** Added to the scores: 0 where a query may look, −1e9 where not, as from `paddingMask`. */
  readonly mask?: tf.Tensor;
  /** Given only while training: where dropout draws from. */
  readonly rng?: Rng;
}

/**
 * Every token asks all tokens, or all up to itself, in several heads at once, and takes in a mixture of what they offer.
 *
 * Vaswani et al., "Attention is all you need", 2017, sections 3.2.2 and 3.2.3; `causal` as in Radford et al.,
 * "Improving language understanding by generative pre-training", 2018, eq. 2.
 *
 * @example new SelfAttention(128, 4, new Rng(0), { causal: true }).forward(x) // [batch, time, 128] → the same
 */
export class SelfAttention implements Layer<tf.Tensor3D> {
  /** The queries, keys and values of all heads in one product, `[channels → 3 · channels]`. */
  readonly qkv: Linear;
  /** Mixes the heads' results, `[channels → channels]`. */
  readonly out: Linear;
  /** The rate of dropout while training. */
  readonly dropout: number;
  readonly causal: boolean;

  constructor(
    readonly channels: number,
    readonly heads: number,
    rng: Rng,
    { dropout: rate = 0, bias, init, outInit = init, causal = false }: SelfAttentionOptions = {},
  ) {
    expectSize('SelfAttention', 'channels', channels);
    expectSize('SelfAttention', 'heads', heads);
    expectBetween('SelfAttention', 'a dropout', rate, 0, 1);
    if (channels % heads !== 0)
      throw new Error(
        `SelfAttention: expected heads that divide the ${channels} channels evenly, got ${heads}`,
      );
    this.qkv = new Linear(channels, 3 * channels, rng.fork('qkv'), { bias, init });
    this.out = new Linear(channels, channels, rng.fork('out'), { bias, init: outInit });
    this.dropout = rate;
    this.causal = causal;
  }

  /**
   * @param x `[batch, time, channels]`
   * @param rng given only while training: where dropout draws from
   * @returns `[batch, time, channels]`
   */
  forward(x: tf.Tensor3D, rng?: Rng): tf.Tensor3D {
    return tf.tidy(() => this.attend(x, { rng }).output);
  }

  /**
   * The same, and where each token looked.
   *
   * @returns new tensors: `output` `[batch, time, channels]`, `weights` `[batch, heads, time, time]`, whose rows sum to 1
   */
  attend(x: tf.Tensor3D, { mask, rng }: AttendOptions = {}): { output: tf.Tensor3D; weights: tf.Tensor4D } {
    expectShape(this.#who, x, 'batch', 'time', this.channels);
    const T = x.shape[1];
    const dropped = rng && this.dropout > 0 ? { rate: this.dropout, rng } : undefined;
    return tf.tidy(() => {
      // Q, K, V = x W, per head                                        each [B, H, T, D]
      const [q, k, v] = tf.split(this.qkv.forward(x), 3, -1).map((part) => splitHeads(part, this.heads));
      // Y = softmax(Q Kᵀ / √D + mask) V                                [B, H, T, D]
      const future = this.causal ? causalMask(T) : undefined;
      const options = { mask: future && mask ? mask.add(future) : (future ?? mask), dropout: dropped };
      const { output: mixed, weights } = scaledDotProductAttention(q, k, v, options);
      // y = [Y₁ … Y_H] W, the heads side by side                       [B, T, C]
      const y = this.out.forward(joinHeads(mixed));
      return { output: dropped ? dropout(y, dropped.rate, dropped.rng) : y, weights };
    });
  }

  /**
   * Causal attention for one more token of every row, whose predecessors' keys and values are remembered.
   *
   * @param x `[batch, channels]`
   * @returns `[batch, channels]`, and a new cache, which holds the token too; the old one is the caller's to free
   */
  next(x: tf.Tensor2D, place: CachePlace, cache: KeyValueCache): { y: tf.Tensor2D; cache: KeyValueCache } {
    expectShape(this.#who, x, 'batch', this.channels);
    const [B, C] = x.shape;
    const [H, D] = [this.heads, C / this.heads];
    return tf.tidy(() => {
      const perHead = (t: tf.Tensor) => t.reshape<tf.Tensor4D>([B, H, 1, D]);
      const [q, k, v] = tf.split(this.qkv.forward(x), 3, -1).map(perHead);
      // The new row goes where `here` is 1                             [B, H, context, D]
      const keys = cache.keys.mul(place.elsewhere).add<tf.Tensor4D>(k.mul(place.here));
      const values = cache.values.mul(place.elsewhere).add<tf.Tensor4D>(v.mul(place.here));
      const { output } = scaledDotProductAttention(q, keys, values, { mask: place.mask });
      const y = this.out.forward(output.reshape<tf.Tensor2D>([B, C]));
      return { y, cache: { keys, values } };
    });
  }

  get #who(): string {
    return `SelfAttention(${this.channels}, ${this.heads} heads)`;
  }
}
