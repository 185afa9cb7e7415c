import type * as tf from '@tensorflow/tfjs';

/**
 * What one layer of attention remembers of the tokens so far, so that a new one need not compute them again.
 *
 * Of fixed shape: places that are not yet filled hold 0, and a mask hides them. Shazeer, "Fast transformer decoding:
 * one write-head is all you need", 2019, section 2.4.
 */
export type KeyValueCache = {
  /** `[batch, heads, context, headSize]` */
  readonly keys: tf.Tensor4D;
  /** `[batch, heads, context, headSize]` */
  readonly values: tf.Tensor4D;
};
