import * as tf from '@tensorflow/tfjs';
import { expectFinite } from '../expect/expect-finite';
import { expectShape } from '../expect/expect-shape';
import { expectSize } from '../expect/expect-size';
import type { Rng } from '../rng';
import { type Init, init } from './init';
import type { Layer } from './layer';
import { param } from './param';

/** What {@link Linear} takes besides its sizes. */
export interface LinearOptions {
  /** How the weights start: `lecun` keeps the variance of what passes through, `he` that of what ReLU lets through. */
  readonly init?: Init;
  /** Whether b is added; true by default. */
  readonly bias?: boolean;
}

/**
 * An affine map of the last axis: every row x becomes x W + b.
 *
 * @example new Linear(784, 10, new Rng(0)).forward(images) // [batch, 784] → [batch, 10]
 */
export class Linear implements Layer {
  /** W `[in, out]` */
  readonly weight: tf.Variable<tf.Rank.R2>;
  /** b `[out]`, starts at 0; absent with `bias: false` */
  readonly bias?: tf.Variable<tf.Rank.R1>;

  constructor(
    readonly inSize: number,
    readonly outSize: number,
    rng: Rng,
    { init: how = 'lecun', bias = true }: LinearOptions = {},
  ) {
    expectSize('Linear', 'inputs', inSize);
    expectSize('Linear', 'outputs', outSize);
    this.weight = param(init(how, inSize, outSize, rng));
    if (bias) this.bias = param(tf.zeros([outSize]));
  }

  /**
   * @param x `[..., in]`
   * @returns `[..., out]`
   */
  forward<T extends tf.Tensor>(x: T): T {
    const { inSize, outSize } = this;
    const who = `Linear(${inSize} → ${outSize})`;
    expectShape(who, x, '...', inSize);
    expectFinite(who, x);
    return tf.tidy(() => {
      const rows = x.reshape([-1, inSize]); // tfjs cannot differentiate rank 3 × rank 2
      const product = rows.matMul<tf.Tensor2D>(this.weight);
      // y = x W + b
      const y = this.bias ? product.add(this.bias) : product;
      return y.reshape([...x.shape.slice(0, -1), outSize]);
    });
  }
}
