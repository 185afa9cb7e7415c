import * as tf from '@tensorflow/tfjs';
import { expectShape } from '../expect/expect-shape';

/**
 * Hides the padding of rows that are shorter than their batch: added to the scores of attention, no query looks there.
 *
 * @param keep bool or 0/1 `[batch, keys]`: which keys are tokens; every row has one
 * @returns a new tensor `[batch, 1, 1, keys]`: 0 where a query may look, −1e9 at padding; it adds to a `causalMask`
 */
export function paddingMask(keep: tf.Tensor): tf.Tensor4D {
  expectShape('paddingMask', keep, 'batch', 'keys');
  const [B, keys] = keep.shape;
  return tf.tidy(() => tf.sub(keep.cast('float32'), 1).mul(1e9).reshape<tf.Tensor4D>([B, 1, 1, keys]));
}
