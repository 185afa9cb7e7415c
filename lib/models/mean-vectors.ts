import * as tf from '@tensorflow/tfjs';
import { expectShape } from '../expect/expect-shape';

/**
 * One vector for each row: the mean over its tokens, without the padding.
 *
 * @param vectors `[batch, time, channels]`
 * @param keep bool or 0/1 `[batch, time]`: which are tokens; every row has one
 * @returns a new tensor `[batch, channels]`
 * @example meanVectors(bert.represent(ids), ids.notEqual(padding))
 */
export function meanVectors(vectors: tf.Tensor3D, keep: tf.Tensor): tf.Tensor2D {
  expectShape('meanVectors', vectors, 'batch', 'time', 'channels');
  const [B, T] = vectors.shape;
  expectShape('meanVectors, keep', keep, B, T);
  return tf.tidy(() => {
    const kept = keep.cast('float32').reshape<tf.Tensor3D>([B, T, 1]);
    // Σ keep · v / Σ keep, over time                                     [B, C]
    return vectors.mul(kept).sum(1).div<tf.Tensor2D>(kept.sum(1));
  });
}
