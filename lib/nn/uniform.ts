import * as tf from '@tensorflow/tfjs';
import { expectReady } from '../backend/backend';
import type { Rng } from '../rng';

/** A new tensor of draws from the uniform distribution in [−bound, bound). */
export function uniform<R extends tf.Rank>(shape: tf.ShapeMap[R], bound: number, rng: Rng): tf.Tensor<R> {
  expectReady('uniform');
  const values = new Float32Array(tf.util.sizeFromShape(shape));
  for (let index = 0; index < values.length; index++) values[index] = rng.uniform(-bound, bound);
  return tf.tensor(values, shape);
}
