import * as tf from '@tensorflow/tfjs';
import { expectReady } from '../backend/backend';
import type { Rng } from '../rng';

/** A new tensor of draws from the normal distribution with mean 0. */
export function normal<R extends tf.Rank>(shape: tf.ShapeMap[R], deviation: number, rng: Rng): tf.Tensor<R> {
  expectReady('normal');
  const values = new Float32Array(tf.util.sizeFromShape(shape));
  for (let index = 0; index < values.length; index++) values[index] = rng.normal(0, deviation);
  return tf.tensor(values, shape);
}
