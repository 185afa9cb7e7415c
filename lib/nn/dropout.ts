import * as tf from '@tensorflow/tfjs';
import { expectBetween } from '../expect/expect-between';
import { uniformNoise } from '../noise';
import type { Rng } from '../rng';

/**
 * Sets numbers to 0 with probability `rate` and divides the others by 1 − rate, so that the mean stays.
 *
 * For training only: a model is used without it. Srivastava et al., "Dropout: a simple way to prevent neural networks
 * from overfitting", 2014, section 10 (the inverted form).
 *
 * @param rate the share that is dropped, at least 0 and below 1
 * @param rng where the choice is drawn from
 * @returns a new tensor of the shape of `x`
 */
export function dropout<T extends tf.Tensor>(x: T, rate: number, rng: Rng): T {
  expectBetween('dropout', 'a rate', rate, 0, 1);
  if (rate === 0) return x.clone();
  return tf.tidy(() => {
    const kept = uniformNoise<T>(x.shape, rng).greaterEqual(rate).cast('float32');
    return x.mul(kept.mul(1 / (1 - rate)));
  });
}
