import * as tf from '@tensorflow/tfjs';
import { expectSize } from '../expect/expect-size';

/**
 * Hides what is far: added to the scores of attention, it leaves every token itself and its neighbours on both sides.
 *
 * Vaswani et al., "Attention is all you need", 2017, section 4, which calls this attention restricted.
 *
 * @param reach how many tokens each one sees to either side
 * @returns a new tensor `[time, time]`: 0 where |i − j| ≤ reach, −1e9 elsewhere, whose softmax is 0
 * @example scaledDotProductAttention(q, k, v, { mask: neighbourMask(5, 1) })
 */
export function neighbourMask(time: number, reach: number): tf.Tensor2D {
  expectSize('neighbourMask', 'tokens', time);
  expectSize('neighbourMask', 'tokens of reach', reach, 0);
  const mask = new Float32Array(time * time).fill(-1e9);
  for (let query = 0; query < time; query++) {
    const first = Math.max(0, query - reach);
    const last = Math.min(time - 1, query + reach);
    mask.fill(0, query * time + first, query * time + last + 1);
  }
  return tf.tensor2d(mask, [time, time]);
}
