import type * as tf from '@tensorflow/tfjs';
import { expectFinite } from '../expect/expect-finite';

/**
 * Refuses predictions and targets of different shapes (tfjs would spread `[4]` over `[4, 1]` to `[4, 4]`), empty ones
 * and those that are not finite.
 *
 * @throws Error `mse: expected targets [4, 1] like the predictions, got [4]`
 */
export function expectPair(who: string, predictions: tf.Tensor, targets: tf.Tensor): void {
  const [expected, got] = [predictions, targets].map(({ shape }) => `[${shape.join(', ')}]`);
  if (expected !== got)
    throw new Error(`${who}: expected targets ${expected} like the predictions, got ${got}`);
  if (predictions.size === 0) throw new Error(`${who}: expected at least one example, got ${expected}`);
  expectFinite(who, predictions);
  expectFinite(`${who}, targets`, targets);
}
