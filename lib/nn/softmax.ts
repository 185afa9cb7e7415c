import * as tf from '@tensorflow/tfjs';
import { alongLastAxis } from './along-last-axis';

/**
 * Turns scores into probabilities: e^x / Σ e^x along one axis, where every sum is then 1.
 *
 * @param x `[..., classes]`, of any size: the largest score is subtracted first, so nothing overflows
 * @param axis the axis of the classes, by default the last
 * @returns the shape of `x`
 */
export function softmax<T extends tf.Tensor>(x: T, axis = -1): T {
  return alongLastAxis('softmax', x, axis, (rows) => tf.softmax(rows));
}
