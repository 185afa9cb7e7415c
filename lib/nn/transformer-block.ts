import * as tf from '@tensorflow/tfjs';
import type { Rng } from '../rng';
import type { Activation } from './activate';
import type { CachePlace } from './cache-place';
import { FeedForward } from './feed-forward';
import type { KeyValueCache } from './key-value-cache';
import type { Layer } from './layer';
import { LayerNorm } from './layer-norm';
import { SelfAttention, type SelfAttentionOptions } from './self-attention';

/** What {@link TransformerBlock} takes besides its sizes. */
export interface TransformerBlockOptions extends Omit<SelfAttentionOptions, 'causal'> {
  /** Whether a token sees only itself and what came before, as in a GPT, the default; false in a BERT. */
  readonly causal?: boolean;
  /** What bends the hidden layer of the feed-forward part; `gelu` by default. */
  readonly activation?: Activation;
}

/**
 * One layer of a GPT or a BERT: attention mixes the tokens, the feed-forward part the channels of each, and both only
 * add to what passes through.
 *
 * Each part sees its input normalised ("pre-norm"), while the sum itself is left alone: Radford et al., "Language
 * models are unsupervised multitask learners", 2019, section 2.3.
 *
 * @example new TransformerBlock(128, 4, new Rng(0)).forward(x) // [batch, time, 128] → the same
 */
export class TransformerBlock implements Layer<tf.Tensor3D> {
  readonly norm1: LayerNorm;
  readonly attention: SelfAttention;
  readonly norm2: LayerNorm;
  readonly feedForward: FeedForward;

  constructor(channels: number, heads: number, rng: Rng, options: TransformerBlockOptions = {}) {
    const { bias, causal = true } = options;
    this.norm1 = new LayerNorm(channels, { bias });
    this.attention = new SelfAttention(channels, heads, rng.fork('attention'), {
      ...options,
      causal,
    });
    this.norm2 = new LayerNorm(channels, { bias });
    this.feedForward = new FeedForward(channels, 4 * channels, rng.fork('feedForward'), options);
  }

  /**
   * @param x `[batch, time, channels]`
   * @param rng given only while training: where dropout draws from
   * @param mask added to the scores of attention, as from `paddingMask`
   * @returns `[batch, time, channels]`
   */
  forward(x: tf.Tensor3D, rng?: Rng, mask?: tf.Tensor): tf.Tensor3D {
    return tf.tidy(() => {
      // x ← x + attention(norm(x))
      const mixed = this.attention.attend(this.norm1.forward(x), { mask, rng }).output;
      const attended = x.add<tf.Tensor3D>(mixed);
      // x ← x + feedForward(norm(x))
      return attended.add(this.feedForward.forward(this.norm2.forward(attended), rng));
    });
  }

  /**
   * The same for one more token of every row, whose predecessors' keys and values are remembered.
   *
   * @param x `[batch, channels]`
   * @returns `[batch, channels]`, and a new cache, which holds the token too; the old one is the caller's to free
   */
  next(x: tf.Tensor2D, place: CachePlace, cache: KeyValueCache): { y: tf.Tensor2D; cache: KeyValueCache } {
    return tf.tidy(() => {
      const attended = this.attention.next(this.norm1.forward(x), place, cache);
      const sum = x.add<tf.Tensor2D>(attended.y);
      return { y: sum.add(this.feedForward.forward(this.norm2.forward(sum))), cache: attended.cache };
    });
  }
}
