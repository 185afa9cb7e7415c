import type * as tf from '@tensorflow/tfjs';

/** |x| with the gradient sign(x), which is 0 at 0; that of `tf.abs` is −1 there. */
export function magnitude<T extends tf.Tensor>(x: T): T {
  return x.mul(x.sign());
}
