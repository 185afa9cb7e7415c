import * as tf from '@tensorflow/tfjs';
import { expectBetween } from '../expect/expect-between';
import { expectFinite } from '../expect/expect-finite';
import { expectShape } from '../expect/expect-shape';
import { expectSize } from '../expect/expect-size';
import type { Layer } from './layer';
import { param } from './param';

/** What {@link RMSNorm} and {@link LayerNorm} take besides the size. */
export interface NormOptions {
  /** Added to the variance, so that a row of equal numbers has one. */
  readonly epsilon?: number;
}

/** What {@link LayerNorm} takes besides the size. */
export interface LayerNormOptions extends NormOptions {
  /** Whether β is added; true by default. */
  readonly bias?: boolean;
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
  /** β `[size]`, starts at 0; absent with `bias: false` */
  readonly bias?: tf.Variable<tf.Rank.R1>;
  readonly epsilon: number;

  constructor(
    readonly size: number,
    { epsilon = 1e-5, bias = true }: LayerNormOptions = {},
  ) {
    expectSize('LayerNorm', 'channels', size);
    expectBetween('LayerNorm', 'epsilon', epsilon, 0);
    this.epsilon = epsilon;
    this.weight = param(tf.ones([size]));
    if (bias) this.bias = param(tf.zeros([size]));
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
      const scaled = standardise(x, this.weight, this.epsilon) as T;
      return this.bias ? scaled.add(this.bias) : scaled;
    });
  }
}

/** γ (x − μ) / √(σ² + ε) of every row; its gradient in closed form takes half the operations of the single steps'. */
function standardise(x: tf.Tensor, weight: tf.Variable<tf.Rank.R1>, epsilon: number): tf.Tensor {
  const scaled = tf.customGrad((...inputs) => {
    const [x, weight, save] = inputs as [tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    const centred = x.sub(x.mean(-1, true));
    // 1/σ = 1 / √(mean (x − μ)² + ε)
    const perDeviation = centred.square().mean(-1, true).add(epsilon).rsqrt();
    const standard = centred.mul(perDeviation);
    save([weight, standard, perDeviation]);
    return {
      // y = γ x̂
      value: standard.mul(weight),
      gradFunc: (dy: tf.Tensor, [weight, standard, perDeviation]: tf.Tensor[]) => {
        // g = γ ∂y
        const g = dy.mul(weight);
        const along = standard.mul(g.mul(standard).mean(-1, true));
        // ∂x = (g − mean g − x̂ mean (g x̂)) / σ
        const dx = g.sub(g.mean(-1, true)).sub(along).mul(perDeviation);
        // ∂γ = Σ ∂y x̂ over the rows
        const rows = Array.from({ length: dy.rank - 1 }, (_, axis) => axis);
        return [dx, dy.mul(standard).sum(rows)];
      },
    };
  });
  return scaled(x, weight);
}
