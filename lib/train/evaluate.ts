import * as tf from '@tensorflow/tfjs';
import type { Dataset } from '../data';
import { crossEntropy } from '../losses';
import type { Layer } from '../nn';
import { hits } from './hits';
import { outputsInOrder } from './outputs-in-order';
import type { Loss } from './train-step';

/** How {@link evaluate} measures. */
export interface EvaluateOptions<Y extends tf.Tensor = tf.Tensor, T extends tf.Tensor = tf.Tensor> {
  /** Mean over a batch; by default cross-entropy, in nats. */
  readonly loss?: Loss<Y, T>;
  /** Examples at a time. */
  readonly batchSize?: number;
}

/** How a classifier does on a whole data set. */
export interface Evaluation extends Readonly<Record<string, number>> {
  /** Mean over all examples. */
  readonly loss: number;
  /** The share of targets that the largest logit names, 0 … 1. */
  readonly accuracy: number;
}

/**
 * Loss and accuracy of a classifier, with dropout off.
 *
 * @param model gives logits `[..., classes]`
 * @param data its targets are labels `[...]`, or soft targets `[..., classes]`
 * @example evaluate(model, digits.test).accuracy // 0.98
 */
export function evaluate<X extends tf.Tensor, Y extends tf.Tensor, T extends tf.Tensor>(
  model: Layer<X, Y>,
  data: Dataset<X, T>,
  { loss = crossEntropy, batchSize }: EvaluateOptions<Y, T> = {},
): Evaluation {
  let total = 0;
  let right = 0;
  let targets = 0;
  for (const { x, y, output: logits } of outputsInOrder('evaluate', model, data, batchSize))
    tf.tidy(() => {
      total += loss(logits, y).dataSync()[0] * x.shape[0];
      right += hits('evaluate', logits, y);
      targets += logits.size / logits.shape[logits.rank - 1];
    });
  return { loss: total / data.size, accuracy: right / targets };
}
