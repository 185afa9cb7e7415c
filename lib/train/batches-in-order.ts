import * as tf from '@tensorflow/tfjs';
import type { Batch, Dataset } from '../data';
import { expectSize } from '../expect/expect-size';

/**
 * A whole data set from first to last in batches, for measuring. Each batch is freed when the next is asked for.
 *
 * @param who who measures, for errors
 * @param batchSize more is faster until memory runs short; the results are the same but for rounding
 */
export function* batchesInOrder<X extends tf.Tensor, T extends tf.Tensor>(
  who: string,
  data: Dataset<X, T>,
  batchSize: number,
): Generator<Batch<X, T>, void, undefined> {
  expectSize(who, 'examples per batch', batchSize);
  if (data.size < 1) throw new Error(`${who}: expected a data set with examples, got an empty one`);
  for (let first = 0; first < data.size; first += batchSize) {
    const length = Math.min(batchSize, data.size - first);
    // A scope, for its tensors are freed also where the work is halted by force, which passes by every `finally`.
    tf.engine().startScope(who);
    try {
      yield data.take(Int32Array.from({ length }, (_, index) => first + index));
    } finally {
      tf.engine().endScope();
    }
  }
}
