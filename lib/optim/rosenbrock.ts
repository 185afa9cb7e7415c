import * as tf from '@tensorflow/tfjs';
import { expectShape } from '../expect/expect-shape';

/**
 * The height of Rosenbrock's curved valley: steep walls, an almost level floor, and its lowest point, 0, at (1, 1).
 *
 * Rosenbrock, "An automatic method for finding the greatest or least value of a function", 1960.
 *
 * @param points `[..., 2]`
 * @returns one height per point, `[...]`
 * @example rosenbrock(tf.tensor1d([-1.5, 2])) // 12.5
 */
export function rosenbrock(points: tf.Tensor): tf.Tensor {
  expectShape('rosenbrock', points, '...', 2);
  return tf.tidy(() => {
    const [x, y] = points.unstack(-1);
    // (1 − x)² + 100 (y − x²)²
    return tf.sub(1, x).square().add(y.sub(x.square()).square().mul(100));
  });
}
