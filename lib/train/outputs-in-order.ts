import * as tf from '@tensorflow/tfjs';
import type { Batch, Dataset } from '../data';
import type { Layer } from '../nn';
import { batchesInOrder } from './batches-in-order';
import { ForwardPasses } from './forward-passes';

/**
 * What a model says of a whole data set, batch by batch from first to last, with dropout off. Each batch and its output
 * are freed when the next is asked for.
 *
 * @param who who measures, for errors
 * @param batchSize more is faster until memory runs short; the results are the same but for rounding
 */
export function* outputsInOrder<X extends tf.Tensor, Y extends tf.Tensor, T extends tf.Tensor>(
  who: string,
  model: Layer<X, Y>,
  data: Dataset<X, T>,
  batchSize = 500,
): Generator<Batch<X, T> & { readonly output: Y }, void, undefined> {
  const passes = new ForwardPasses(model, Math.floor(data.size / batchSize));
  try {
    for (const { x, y } of batchesInOrder(who, data, batchSize))
      yield { x, y, output: tf.tidy(() => passes.run(x)) };
  } finally {
    passes.dispose();
  }
}
