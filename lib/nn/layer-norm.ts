import * as tf from '@tensorflow/tfjs';
import { expectBetween } from '../expect/expect-between';
import { expectFinite } from '../expect/expect-finite';
import { expectShape } from '../expect/expect-shape';
import { expectSize } from '../expect/expect-size';
import type { Layer } from './layer';
import { param } from './param';

/** What {@link LayerNorm} and {@link RMSNorm} take besides the size. */
export interface NormOptions {
  /** Added to the variance, so that a row of equal numbers has one. */
  readonly epsilon?: number;
}

/**
 * Gives every row mean 0 and variance 1, then a learnt scale and shift per channel.
 *
 * Ba, Kiros and Hinton, "Layer normalization", 2016, section 3.
 *
 * @example new LayerNorm(128).forward(x) // [batch, time, 128] → the same
 */
export class LayerNorm implements Layer {
  /** γ `[size]`, starts at 1 */
  readonly weight: tf.Variable<tf.Rank.R1>;
  /** β `[size]`, starts at 0 */
  readonly bias: tf.Variable<tf.Rank.R1>;
  readonly epsilon: number;

  constructor(
    readonly size: number,
    { epsilon = 1e-5 }: NormOptions = {},
  ) {
    expectSize('LayerNorm', 'channels', size);
    expectBetween('LayerNorm', 'epsilon', epsilon, 0);
    this.epsilon = epsilon;
    this.weight = param(tf.ones([size]));
    this.bias = param(tf.zeros([size]));
  }

  /**
   * @param x `[..., size]`
   * @returns `[..., size]`
   */
  forward<T extends tf.Tensor>(x: T): T {
    const who = `LayerNorm(${this.size})`;
    expectShape(who, x, '...', this.size);
    expectFinite(who, x);
    return tf.tidy(() => {
      const centred = x.sub(x.mean(-1, true));
      const variance = centred.square().mean(-1, true);
      // y = γ (x − μ) / √(σ² + ε) + β
      return centred.mul(variance.add(this.epsilon).rsqrt()).mul(this.weight).add(this.bias);
    });
  }
}
