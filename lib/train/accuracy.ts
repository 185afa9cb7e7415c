import * as tf from '@tensorflow/tfjs';
import type { Dataset } from '../data';
import { expectFinite } from '../expect/expect-finite';
import type { Layer } from '../nn';
import { hits } from './hits';
import { outputsInOrder } from './outputs-in-order';

/**
 * The share of targets that a classifier's largest logit names, 0 … 1, with dropout off.
 *
 * @param model gives logits `[..., classes]`
 * @param data its targets are labels `[...]`, or soft targets `[..., classes]`
 * @param options.batchSize examples at a time
 */
export function accuracy<X extends tf.Tensor, T extends tf.Tensor>(
  model: Layer<X, tf.Tensor>,
  data: Dataset<X, T>,
  { batchSize }: { readonly batchSize?: number } = {},
): number {
  let right = 0;
  let targets = 0;
  for (const { y, output: logits } of outputsInOrder('accuracy', model, data, batchSize))
    tf.tidy(() => {
      expectFinite('accuracy, logits', logits);
      right += hits('accuracy', logits, y);
      targets += logits.size / logits.shape[logits.rank - 1];
    });
  return right / targets;
}
