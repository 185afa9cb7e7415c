import * as tf from '@tensorflow/tfjs';
import { expectSize } from '../expect/expect-size';

/**
 * Hides the future: added to the scores of attention, it leaves every token only itself and what came before.
 *
 * Vaswani et al., "Attention is all you need", 2017, section 3.2.3.
 *
 * @returns a new tensor `[time, time]`: 0 where query i may look at key j ≤ i, −1e9 where j > i, whose softmax is 0
 */
export function causalMask(time: number): tf.Tensor2D {
  expectSize('causalMask', 'tokens', time);
  const mask = new Float32Array(time * time);
  for (let query = 0; query < time; query++) mask.fill(-1e9, query * time + query + 1, (query + 1) * time);
  return tf.tensor2d(mask, [time, time]);
}
