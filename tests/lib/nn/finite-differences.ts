import * as tf from '@tensorflow/tfjs';

/**
 * Fails unless the gradient of a function equals its central differences.
 *
 * In float32 a difference of two near values carries few digits, hence the wide tolerance; the oracles are exact.
 */
export function expectGradient(
  f: (x: tf.Tensor) => tf.Scalar,
  values: readonly number[],
  shape: number[] = [values.length],
): void {
  const step = 1e-2;
  tf.tidy(() => {
    const analytic = tf
      .grad(f)(tf.tensor([...values], shape))
      .dataSync();
    const at = (index: number, change: number) =>
      f(
        tf.tensor(
          values.map((value, place) => value + (place === index ? change : 0)),
          shape,
        ),
      ).dataSync()[0];
    values.forEach((_, index) => {
      const numeric = (at(index, step) - at(index, -step)) / (2 * step);
      if (!(Math.abs(analytic[index] - numeric) <= 2e-3 + 1e-2 * Math.abs(numeric)))
        throw new Error(`gradient at ${index}: expected about ${numeric}, got ${analytic[index]}`);
    });
  });
}
