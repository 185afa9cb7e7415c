import * as tf from '@tensorflow/tfjs';
import type { Rng } from '../rng';
import { CrossAttention, type ProjectedMemory } from './cross-attention';
import type { TransformerLayerOptions } from './encoder-layer';
import { FeedForward } from './feed-forward';
import { LayerNorm } from './layer-norm';
import { SelfAttention } from './self-attention';

/** What a {@link DecoderLayer} is given besides its tokens. */
export interface DecodeOptions {
  /** Hides padding among the tokens, `[batch, 1, 1, time]`; the future is hidden in any case. */
  readonly mask?: tf.Tensor;
  /** Hides padding of the memory, `[batch, 1, 1, memoryTime]`. */
  readonly memoryMask?: tf.Tensor;
  /** Given only while training: where dropout draws from. */
  readonly rng?: Rng;
}

/**
 * One layer of a Transformer's decoder: every token looks at those before it, then at what was read, then thinks.
 *
 * Vaswani et al., "Attention is all you need", 2017, section 3.1.
 *
 * @example new DecoderLayer(128, 4, new Rng(0)).forward(x, memory) // [batch, time, 128] → the same
 */
export class DecoderLayer {
  readonly norm1: LayerNorm;
  readonly attention: SelfAttention;
  readonly norm2: LayerNorm;
  readonly cross: CrossAttention;
  readonly norm3: LayerNorm;
  readonly feedForward: FeedForward;
  readonly norm: 'pre' | 'post';

  constructor(
    channels: number,
    heads: number,
    rng: Rng,
    { hidden = 4 * channels, activation = 'relu', dropout, norm = 'pre' }: TransformerLayerOptions = {},
  ) {
    if (norm !== 'pre' && norm !== 'post')
      throw new Error(`DecoderLayer: expected a norm 'pre' or 'post', got ${norm}`);
    this.norm = norm;
    this.norm1 = new LayerNorm(channels);
    this.attention = new SelfAttention(channels, heads, rng.fork('attention'), { dropout, causal: true });
    this.norm2 = new LayerNorm(channels);
    this.cross = new CrossAttention(channels, heads, rng.fork('cross'), { dropout });
    this.norm3 = new LayerNorm(channels);
    this.feedForward = new FeedForward(channels, hidden, rng.fork('feedForward'), { activation, dropout });
  }

  /**
   * @param x `[batch, time, channels]`
   * @param memory what the encoder made, `[batch, memoryTime, channels]`, or what `cross.project` made of it
   * @returns `[batch, time, channels]`
   */
  forward(x: tf.Tensor3D, memory: tf.Tensor3D | ProjectedMemory, options: DecodeOptions = {}): tf.Tensor3D {
    return tf.tidy(() => this.attend(x, memory, options).output);
  }

  /**
   * The same, and where each token looked in the memory.
   *
   * @returns new tensors: `output` `[batch, time, channels]`, `weights` `[batch, heads, time, memoryTime]`
   */
  attend(
    x: tf.Tensor3D,
    memory: tf.Tensor3D | ProjectedMemory,
    { mask, memoryMask, rng }: DecodeOptions = {},
  ): { output: tf.Tensor3D; weights: tf.Tensor4D } {
    const past = { mask, rng };
    const read = { mask: memoryMask, rng };
    return tf.tidy(() => {
      if (this.norm === 'pre') {
        // x ← x + attention(norm(x)),  x ← x + cross(norm(x), memory),  x ← x + feedForward(norm(x))
        const own = x.add<tf.Tensor3D>(this.attention.attend(this.norm1.forward(x), past).output);
        const { output, weights } = this.cross.attend(this.norm2.forward(own), memory, read);
        const informed = own.add<tf.Tensor3D>(output);
        const thought = this.feedForward.forward(this.norm3.forward(informed), rng);
        return { output: informed.add<tf.Tensor3D>(thought), weights };
      }
      // x ← norm(x + attention(x)),  x ← norm(x + cross(x, memory)),  x ← norm(x + feedForward(x))
      const own = this.norm1.forward(x.add<tf.Tensor3D>(this.attention.attend(x, past).output));
      const { output, weights } = this.cross.attend(own, memory, read);
      const informed = this.norm2.forward(own.add<tf.Tensor3D>(output));
      const thought = this.feedForward.forward(informed, rng);
      return { output: this.norm3.forward(informed.add<tf.Tensor3D>(thought)), weights };
    });
  }
}
