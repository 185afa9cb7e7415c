import * as tf from '@tensorflow/tfjs';

/**
 * How fast the machine multiplies large matrices: the best of several products of two `[size, size]`.
 *
 * @returns floating-point operations per second
 */
export function peak(size: number, times: number): number {
  return tf.tidy(() => {
    const [a, b] = [tf.ones<tf.Rank.R2>([size, size]), tf.ones<tf.Rank.R2>([size, size])];
    let best = Infinity;
    for (let time = 0; time < times; time++) {
      const begun = performance.now();
      const product = a.matMul(b);
      best = Math.min(best, performance.now() - begun);
      product.dispose();
    }
    return (2 * size ** 3) / (best / 1000);
  });
}
