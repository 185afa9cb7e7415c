import type * as tf from '@tensorflow/tfjs';
import { guard } from '../compile';
import { expectProbabilities } from './expect-probabilities';

/** How far from 1 a row's sum may be: the rounding of a large softmax in float32 stays far below it. */
const slack = 1e-4;

/**
 * Refuses rows that are no probability distributions, such as counts, at the door.
 *
 * @param what which of the function's tensors, as in `targets`
 * @param tensor `[..., classes]`
 * @throws Error `kl: expected target probabilities that add up to 1 in each row, got 0.9 in row 2`
 */
export function expectDistributions(who: string, what: string, tensor: tf.Tensor): void {
  expectProbabilities(who, what, tensor);
  const classes = tensor.shape[tensor.rank - 1];
  guard([tensor], (values) => {
    for (let start = 0; start < values.length; start += classes) {
      let sum = 0;
      for (let index = start; index < start + classes; index++) sum += values[index];
      if (Math.abs(sum - 1) > slack)
        throw new Error(
          `${who}: expected ${what} that add up to 1 in each row, ` +
            `got ${Number(sum.toPrecision(6))} in row ${start / classes}. Divide each row by its sum.`,
        );
    }
  });
}
