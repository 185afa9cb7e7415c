import type * as tf from '@tensorflow/tfjs';
import { guard } from '../compile';

/**
 * Refuses numbers that are no probabilities, such as logits or the labels −1 and 1, at the door.
 *
 * @param what which of the function's tensors, as in `targets`
 * @throws Error `binaryCrossEntropy: expected probabilities 0 … 1, got 1.5 at position 3`
 */
export function expectProbabilities(who: string, what: string, tensor: tf.Tensor): void {
  guard([tensor], (values) => {
    const index = values.findIndex((value) => !(value >= 0 && value <= 1));
    if (index >= 0)
      throw new Error(`${who}: expected ${what} 0 … 1, got ${values[index]} at position ${index}`);
  });
}
