import * as tf from '@tensorflow/tfjs';
import type { Dataset } from '../data';
import type { Layer } from '../nn';
import { batchesInOrder } from './batches-in-order';

/**
 * What a classifier takes for what: how many examples of each class it put into each class.
 *
 * @param model gives logits `[..., classes]`
 * @param data its targets are labels `[...]` below the number of classes
 * @param options.batchSize examples at a time
 * @returns counts by `[truth][prediction]`; the diagonal is right
 * @throws Error naming a label that is no class of the model
 */
export function confusionMatrix<X extends tf.Tensor, T extends tf.Tensor>(
  model: Layer<X, tf.Tensor>,
  data: Dataset<X, T>,
  { batchSize }: { readonly batchSize?: number } = {},
): number[][] {
  let matrix: number[][] | undefined;
  for (const { x, y } of batchesInOrder(data, batchSize)) {
    const { predictions, classes } = tf.tidy(() => {
      const logits = model.forward(x);
      return { predictions: logits.argMax(-1).dataSync(), classes: logits.shape[logits.rank - 1] };
    });
    matrix ??= Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
    for (const [index, truth] of y.dataSync().entries()) {
      if (!matrix[truth]) throw new Error(`confusionMatrix: expected labels 0–${classes - 1}, got ${truth}`);
      matrix[truth][predictions[index]]++;
    }
  }
  return matrix ?? [];
}
