import * as tf from '@tensorflow/tfjs';
import type { Rng } from '../rng';
import type { Activation } from './activate';
import { FeedForward } from './feed-forward';
import { LayerNorm } from './layer-norm';
import { type AttendOptions, SelfAttention } from './self-attention';

/** What {@link EncoderLayer} and `DecoderLayer` take besides their sizes. */
export interface TransformerLayerOptions {
  /** Units of the feed-forward part's hidden layer; 4 · channels by default. */
  readonly hidden?: number;
  /** What bends that layer; `relu` by default, as in the paper. */
  readonly activation?: Activation;
  /** While training, the share of numbers set to 0; 0 by default. */
  readonly dropout?: number;
  /**
   * Where the norms stand: `pre`, the default, in front of each part, which trains without warming up; `post`, as in the
   * paper, behind each sum. Xiong et al., "On layer normalization in the Transformer architecture", 2020.
   */
  readonly norm?: 'pre' | 'post';
}

/**
 * One layer of a Transformer's encoder: every token looks at all tokens, then thinks about what it found.
 *
 * Vaswani et al., "Attention is all you need", 2017, section 3.1.
 *
 * @example new EncoderLayer(128, 4, new Rng(0)).forward(x, { mask: paddingMask(keep) }) // [batch, time, 128] → the same
 */
export class EncoderLayer {
  readonly norm1: LayerNorm;
  readonly attention: SelfAttention;
  readonly norm2: LayerNorm;
  readonly feedForward: FeedForward;
  readonly norm: 'pre' | 'post';

  constructor(
    channels: number,
    heads: number,
    rng: Rng,
    { hidden = 4 * channels, activation = 'relu', dropout, norm = 'pre' }: TransformerLayerOptions = {},
  ) {
    if (norm !== 'pre' && norm !== 'post')
      throw new Error(`EncoderLayer: expected a norm 'pre' or 'post', got ${norm}`);
    this.norm = norm;
    this.norm1 = new LayerNorm(channels);
    this.attention = new SelfAttention(channels, heads, rng.fork('attention'), { dropout });
    this.norm2 = new LayerNorm(channels);
    this.feedForward = new FeedForward(channels, hidden, rng.fork('feedForward'), { activation, dropout });
  }

  /**
   * @param x `[batch, time, channels]`
   * @returns `[batch, time, channels]`
   */
  forward(x: tf.Tensor3D, options: AttendOptions = {}): tf.Tensor3D {
    return tf.tidy(() => this.attend(x, options).output);
  }

  /**
   * The same, and where each token looked.
   *
   * @returns new tensors: `output` `[batch, time, channels]`, `weights` `[batch, heads, time, time]`
   */
  attend(x: tf.Tensor3D, options: AttendOptions = {}): { output: tf.Tensor3D; weights: tf.Tensor4D } {
    const { rng } = options;
    return tf.tidy(() => {
      if (this.norm === 'pre') {
        // x ← x + attention(norm(x)),  x ← x + feedForward(norm(x))
        const { output, weights } = this.attention.attend(this.norm1.forward(x), options);
        const attended = x.add<tf.Tensor3D>(output);
        const thought = this.feedForward.forward(this.norm2.forward(attended), rng);
        return { output: attended.add<tf.Tensor3D>(thought), weights };
      }
      // x ← norm(x + attention(x)),  x ← norm(x + feedForward(x))
      const { output, weights } = this.attention.attend(x, options);
      const attended = this.norm1.forward(x.add<tf.Tensor3D>(output));
      const thought = this.feedForward.forward(attended, rng);
      return { output: this.norm2.forward(attended.add<tf.Tensor3D>(thought)), weights };
    });
  }
}
