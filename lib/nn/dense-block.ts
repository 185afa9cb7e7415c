import * as tf from '@tensorflow/tfjs';
import type { Rng } from '../rng';
import { type Activation, activate } from './activate';
import type { Init } from './init';
import type { Layer } from './layer';
import type { LayerNorm } from './layer-norm';
import { Linear } from './linear';
import { type NormKind, norm } from './norm';
import type { RMSNorm } from './rms-norm';

/** What {@link DenseBlock} takes besides its sizes. */
export interface DenseBlockOptions {
  /** What bends the output; `relu` by default. */
  readonly activation?: Activation;
  /** How the weights start; `he` by default, which fits ReLU. */
  readonly init?: Init;
  /** What brings each row to one size before the weights; by default nothing does. */
  readonly norm?: NormKind;
}

/**
 * One hidden layer: a norm if it has one, an affine map, an activation.
 *
 * @example new DenseBlock(196, 32, new Rng(0)).forward(images) // [batch, 196] → [batch, 32]
 */
export class DenseBlock implements Layer {
  readonly norm?: LayerNorm | RMSNorm;
  readonly linear: Linear;
  readonly activation: Activation;

  constructor(
    inSize: number,
    outSize: number,
    rng: Rng,
    { activation = 'relu', init = 'he', norm: kind }: DenseBlockOptions = {},
  ) {
    if (kind !== undefined) this.norm = norm(kind, inSize);
    this.linear = new Linear(inSize, outSize, rng, { init });
    this.activation = activation;
  }

  /**
   * @param x `[..., in]`
   * @returns `[..., out]`
   */
  forward<T extends tf.Tensor>(x: T): T {
    return tf.tidy(() => {
      const even = this.norm ? this.norm.forward(x) : x;
      // y = activation(norm(x) W + b)
      return activate(this.activation, this.linear.forward(even));
    });
  }
}
