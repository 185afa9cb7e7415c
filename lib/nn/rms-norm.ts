import * as tf from '@tensorflow/tfjs';
import { expectBetween } from '../expect/expect-between';
import { expectFinite } from '../expect/expect-finite';
import { expectShape } from '../expect/expect-shape';
import { expectSize } from '../expect/expect-size';
import type { Layer } from './layer';
import type { NormOptions } from './layer-norm';
import { param } from './param';

/**
 * {@link LayerNorm} without the mean: gives every row a mean square of 1, then a learnt scale per channel.
 *
 * Zhang and Sennrich, "Root mean square layer normalization", 2019, section 3.
 *
 * @example new RMSNorm(128).forward(x) // [batch, time, 128] → the same
 */
export class RMSNorm implements Layer {
  /** γ `[size]`, starts at 1 */
  readonly weight: tf.Variable<tf.Rank.R1>;
  readonly epsilon: number;

  constructor(
    readonly size: number,
    { epsilon = 1e-6 }: NormOptions = {},
  ) {
    expectSize('RMSNorm', 'channels', size);
    expectBetween('RMSNorm', 'epsilon', epsilon, 0);
    this.epsilon = epsilon;
    this.weight = param(tf.ones([size]));
  }

  /**
   * @param x `[..., size]`
   * @returns `[..., size]`
   */
  forward<T extends tf.Tensor>(x: T): T {
    const who = `RMSNorm(${this.size})`;
    expectShape(who, x, '...', this.size);
    expectFinite(who, x);
    return tf.tidy(() => {
      // y = γ x / √(mean(x²) + ε)
      return x.mul(x.square().mean(-1, true).add(this.epsilon).rsqrt()).mul(this.weight);
    });
  }
}
