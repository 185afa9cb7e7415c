import * as tf from '@tensorflow/tfjs';
import type { Dataset } from '../data';
import { expectFinite } from '../expect/expect-finite';
import { expectShape } from '../expect/expect-shape';
import { expectLabels } from '../losses/expect-labels';
import type { Layer } from '../nn';
import { outputsInOrder } from './outputs-in-order';

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
  for (const { y, output: logits } of outputsInOrder('confusionMatrix', model, data, batchSize)) {
    const { predictions, classes } = tf.tidy(() => {
      const classes = logits.shape[logits.rank - 1];
      expectShape('confusionMatrix, labels', y, ...logits.shape.slice(0, -1));
      expectLabels('confusionMatrix', y, classes);
      expectFinite('confusionMatrix, logits', logits);
      return { predictions: logits.argMax(-1).dataSync(), classes };
    });
    matrix ??= Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
    for (const [index, truth] of y.dataSync().entries()) matrix[truth][predictions[index]]++;
  }
  return matrix ?? [];
}
