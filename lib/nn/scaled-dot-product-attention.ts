import * as tf from '@tensorflow/tfjs';
import { expectShape } from '../expect/expect-shape';
import type { Rng } from '../rng';
import { dropout } from './dropout';
import { softmax } from './softmax';

/** What {@link scaledDotProductAttention} leaves out. */
export interface AttentionOptions {
  /** Added to the scores: 0 where a query may look, −1e9 where not; broadcast to `[batch, heads, queries, keys]`. */
  readonly mask?: tf.Tensor;
  /** While training, the share of weights set to 0, and where the choice is drawn from. */
  readonly dropout?: { readonly rate: number; readonly rng: Rng };
}

/** What attention found, and where it looked. */
export type Attention = {
  /** `[batch, heads, queries, valueSize]` */
  readonly output: tf.Tensor4D;
  /** `[batch, heads, queries, keys]`, before dropout; every row sums to 1 */
  readonly weights: tf.Tensor4D;
};

/**
 * Every query gathers the values whose keys point its way: their mean, weighted by the softmax of the dot products.
 *
 * Dividing by √D keeps the variance of the scores at 1 for any D, so that the softmax doesn't start saturated.
 * Vaswani et al., "Attention is all you need", 2017, section 3.2.1, eq. 1.
 *
 * @param q `[batch, heads, queries, size]`
 * @param k `[batch, heads, keys, size]`
 * @param v `[batch, heads, keys, valueSize]`
 * @returns new tensors, which the caller disposes
 * @example scaledDotProductAttention(q, k, v, { mask: causalMask(64) }).output
 */
export function scaledDotProductAttention(
  q: tf.Tensor4D,
  k: tf.Tensor4D,
  v: tf.Tensor4D,
  { mask, dropout: dropped }: AttentionOptions = {},
): Attention {
  expectShape('scaledDotProductAttention, queries', q, 'batch', 'heads', 'queries', 'size');
  const [B, H, , D] = q.shape;
  expectShape('scaledDotProductAttention, keys', k, B, H, 'keys', D);
  expectShape('scaledDotProductAttention, values', v, B, H, k.shape[2], 'valueSize');
  return tf.tidy(() => {
    // S = Q Kᵀ / √D + mask; scaling Q instead of S is the same and touches fewer numbers
    const scores = tf.matMul<tf.Tensor4D>(q.mul(1 / Math.sqrt(D)), k, false, true);
    // A = softmax(S)
    const weights = softmax<tf.Tensor4D>(mask ? scores.add(mask) : scores);
    const used = dropped ? dropout(weights, dropped.rate, dropped.rng) : weights;
    // Y = A V
    return { output: tf.matMul(used, v), weights };
  });
}
