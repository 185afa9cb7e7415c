import * as tf from '@tensorflow/tfjs';
import { expectBetween } from '../expect/expect-between';
import { expectShape } from '../expect/expect-shape';
import { expectSize } from '../expect/expect-size';
import type { Rng } from '../rng';
import { dropout } from './dropout';
import { joinHeads, splitHeads } from './heads';
import { Linear } from './linear';
import { scaledDotProductAttention } from './scaled-dot-product-attention';
import type { AttendOptions, SelfAttentionOptions } from './self-attention';

/** The keys and values of a memory, per head, `[batch, heads, memoryTime, channels / heads]` each. */
export type ProjectedMemory = { readonly keys: tf.Tensor4D; readonly values: tf.Tensor4D };

/**
 * Every token asks the tokens of another sequence, the memory, in several heads at once: so a decoder looks back at what
 * was read.
 *
 * Vaswani et al., "Attention is all you need", 2017, section 3.2.3, "encoder-decoder attention".
 *
 * @example new CrossAttention(128, 4, new Rng(0)).attend(x, memory).output // [batch, time, 128]
 */
export class CrossAttention {
  /** `[channels → channels]` */
  readonly query: Linear;
  /** The memory's keys and values in one product, `[channels → 2 · channels]`. */
  readonly keyValue: Linear;
  /** Mixes the heads' results, `[channels → channels]`. */
  readonly out: Linear;
  /** The rate of dropout while training. */
  readonly dropout: number;

  constructor(
    readonly channels: number,
    readonly heads: number,
    rng: Rng,
    { dropout: rate = 0, bias, init, outInit = init }: Omit<SelfAttentionOptions, 'causal'> = {},
  ) {
    expectSize('CrossAttention', 'channels', channels);
    expectSize('CrossAttention', 'heads', heads);
    expectBetween('CrossAttention', 'a dropout', rate, 0, 1);
    if (channels % heads !== 0)
      throw new Error(
        `CrossAttention: expected heads that divide the ${channels} channels evenly, got ${heads}`,
      );
    this.query = new Linear(channels, channels, rng.fork('query'), { bias, init });
    this.keyValue = new Linear(channels, 2 * channels, rng.fork('keyValue'), { bias, init });
    this.out = new Linear(channels, channels, rng.fork('out'), { bias, init: outInit });
    this.dropout = rate;
  }

  /**
   * What a memory offers: while writing, it is needed only once.
   *
   * @param memory `[batch, memoryTime, channels]`
   * @returns new tensors
   */
  project(memory: tf.Tensor3D): ProjectedMemory {
    expectShape(`${this.#who}, memory`, memory, 'batch', 'memoryTime', this.channels);
    return tf.tidy(() => {
      // K, V = memory W, per head                                      each [B, H, memoryTime, D]
      const [keys, values] = tf
        .split(this.keyValue.forward(memory), 2, -1)
        .map((part) => splitHeads(part, this.heads));
      return { keys, values };
    });
  }

  /**
   * @param x `[batch, time, channels]`
   * @param memory `[batch, memoryTime, channels]`, or what {@link CrossAttention.project} made of it
   * @returns new tensors: `output` `[batch, time, channels]`, `weights` `[batch, heads, time, memoryTime]`, whose rows
   * sum to 1
   */
  attend(
    x: tf.Tensor3D,
    memory: tf.Tensor3D | ProjectedMemory,
    { mask, rng }: AttendOptions = {},
  ): { output: tf.Tensor3D; weights: tf.Tensor4D } {
    expectShape(this.#who, x, 'batch', 'time', this.channels);
    const dropped = rng && this.dropout > 0 ? { rate: this.dropout, rng } : undefined;
    return tf.tidy(() => {
      const { keys, values } = 'keys' in memory ? memory : this.project(memory);
      // Q = x W, per head                                              [B, H, T, D]
      const q = splitHeads(this.query.forward(x), this.heads);
      // Y = softmax(Q Kᵀ / √D + mask) V                                [B, H, T, D]
      const options = { mask, dropout: dropped };
      const { output: mixed, weights } = scaledDotProductAttention(q, keys, values, options);
      // y = [Y₁ … Y_H] W, the heads side by side                       [B, T, C]
      const y = this.out.forward(joinHeads(mixed));
      return { output: dropped ? dropout(y, dropped.rate, dropped.rng) : y, weights };
    });
  }

  get #who(): string {
    return `CrossAttention(${this.channels}, ${this.heads} heads)`;
  }
}
