import * as tf from '@tensorflow/tfjs';

/** Where in a `KeyValueCache` the next token goes, and what it may look at. */
export interface CachePlace {
  /** `[context, 1]`: 1 at the token's own position, 0 elsewhere */
  readonly here: tf.Tensor2D;
  /** `[context, 1]`: 0 at the token's own position, 1 elsewhere */
  readonly elsewhere: tf.Tensor2D;
  /** `[1, context]`: 0 up to the token's own position, −1e9 after it */
  readonly mask: tf.Tensor2D;
}

/**
 * The place of the token after `position` others, as tensors: a step computes it once for all layers.
 *
 * @param position int32 scalar, 0 … context − 1
 * @returns new tensors, which the caller disposes
 */
export function cachePlace(position: tf.Scalar, context: number): CachePlace {
  return tf.tidy(() => {
    const here = tf.oneHot(position.reshape<tf.Tensor1D>([1]), context).cast<tf.Tensor2D>('float32');
    const column = here.reshape<tf.Tensor2D>([context, 1]);
    const places = tf.tensor2d(
      Int32Array.from({ length: context }, (_, place) => place),
      [1, context],
    );
    return {
      here: column,
      elsewhere: tf.sub<tf.Tensor2D>(1, column),
      mask: places.greater(position).cast('float32').mul<tf.Tensor2D>(-1e9),
    };
  });
}
