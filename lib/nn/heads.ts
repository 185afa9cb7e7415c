import type * as tf from '@tensorflow/tfjs';

/**
 * Cuts the channels of each token into heads.
 *
 * Vaswani et al., "Attention is all you need", 2017, section 3.2.2.
 *
 * @param x `[batch, time, channels]`
 * @param heads a number that divides the channels
 * @returns `[batch, heads, time, channels / heads]`
 */
export function splitHeads(x: tf.Tensor, heads: number): tf.Tensor4D {
  const [B, T, C] = x.shape;
  return x.reshape([B, T, heads, C / heads]).transpose<tf.Tensor4D>([0, 2, 1, 3]);
}

/**
 * Puts the heads of each token side by side again.
 *
 * @param x `[batch, heads, time, size]`
 * @returns `[batch, time, heads · size]`
 */
export function joinHeads(x: tf.Tensor4D): tf.Tensor3D {
  const [B, H, T, D] = x.shape;
  return x.transpose([0, 2, 1, 3]).reshape<tf.Tensor3D>([B, T, H * D]);
}
