import * as tf from '@tensorflow/tfjs';
import { expectBetween } from '../expect/expect-between';
import type { Rng } from '../rng';
import { type Activation, activate } from './activate';
import { dropout } from './dropout';
import type { Init } from './init';
import type { Layer } from './layer';
import { Linear } from './linear';

/** What {@link FeedForward} takes besides its sizes. */
export interface FeedForwardOptions {
  /** What bends the hidden layer; `gelu` by default. */
  readonly activation?: Activation;
  /** While training, the share of the result's numbers set to 0; 0 by default. */
  readonly dropout?: number;
  /** Whether the two linear maps add a bias; true by default. */
  readonly bias?: boolean;
  /** How the map to the hidden layer starts. */
  readonly init?: Init;
  /** How the map back starts; as `init` by default. */
  readonly outInit?: Init;
}

/**
 * The part of a Transformer that thinks about each token by itself: to a wider hidden layer and back.
 *
 * Vaswani et al., "Attention is all you need", 2017, section 3.3.
 *
 * @example new FeedForward(128, 4 * 128, new Rng(0)).forward(x) // [..., 128] → [..., 128]
 */
export class FeedForward implements Layer {
  readonly expand: Linear;
  readonly contract: Linear;
  readonly activation: Activation;
  /** The rate of dropout while training. */
  readonly dropout: number;

  constructor(
    channels: number,
    hidden: number,
    rng: Rng,
    { activation = 'gelu', dropout: rate = 0, bias, init, outInit = init }: FeedForwardOptions = {},
  ) {
    expectBetween('FeedForward', 'a dropout', rate, 0, 1);
    this.expand = new Linear(channels, hidden, rng.fork('expand'), { bias, init });
    this.contract = new Linear(hidden, channels, rng.fork('contract'), { bias, init: outInit });
    this.activation = activation;
    this.dropout = rate;
  }

  /**
   * @param x `[..., channels]`
   * @param rng given only while training: where dropout draws from
   * @returns `[..., channels]`
   */
  forward<T extends tf.Tensor>(x: T, rng?: Rng): T {
    return tf.tidy(() => {
      // y = activation(x W₁ + b₁) W₂ + b₂
      const y = this.contract.forward(activate(this.activation, this.expand.forward(x)));
      return rng && this.dropout > 0 ? dropout(y, this.dropout, rng) : y;
    });
  }
}
