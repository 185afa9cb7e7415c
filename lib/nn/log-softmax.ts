import * as tf from '@tensorflow/tfjs';
import { alongLastAxis } from './along-last-axis';

/**
 * The logarithm of {@link softmax}, in nats: x − ln Σ e^x along one axis, exact where the probability itself is 0.
 *
 * @param x `[..., classes]`, of any size: the largest score is subtracted first, so nothing overflows
 * @param axis the axis of the classes, by default the last
 * @returns the shape of `x`
 */
export function logSoftmax<T extends tf.Tensor>(x: T, axis = -1): T {
  return alongLastAxis('logSoftmax', x, axis, (rows) => tf.logSoftmax(rows));
}
