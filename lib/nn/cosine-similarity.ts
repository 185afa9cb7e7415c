import * as tf from '@tensorflow/tfjs';

/**
 * The cosine of the angle between the rows of two tensors, −1 … 1; 0 where a row is all zeros and has no direction.
 *
 * @param a `[..., size]`
 * @param b `[..., size]`
 * @returns `[...]`
 * @throws Error `cosineSimilarity: expected two tensors of one shape, got [2, 3] and [2, 4]`
 */
export function cosineSimilarity(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  if (a.rank === 0 || !tf.util.arraysEqual(a.shape, b.shape))
    throw new Error(
      `cosineSimilarity: expected two tensors of one shape, got [${a.shape.join(', ')}] and [${b.shape.join(', ')}]`,
    );
  return tf.tidy(() => {
    // cos(a, b) = a · b / (|a| |b|)
    return a.mul(b).sum(-1).mul(inverseLength(a)).mul(inverseLength(b));
  });
}

/** 1 / |x|, and 1 where x is 0, so that neither the value nor its gradient is infinite. */
function inverseLength(x: tf.Tensor): tf.Tensor {
  const square = x.square().sum(-1);
  return square.add(tf.sub(1, square.sign())).rsqrt();
}
