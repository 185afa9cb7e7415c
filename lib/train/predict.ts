import * as tf from '@tensorflow/tfjs';
import type { Dataset } from '../data';
import { expectFinite } from '../expect/expect-finite';
import { type Layer, softmax } from '../nn';
import { outputsInOrder } from './outputs-in-order';

/**
 * A classifier's probabilities, the softmax of its logits, with dropout off.
 *
 * @param model gives logits `[batch, classes]`
 * @param inputs a data set, or a tensor `[n, ...]`
 * @param options.batchSize examples at a time
 * @returns n × classes numbers, example by example
 */
export function predict<X extends tf.Tensor>(
  model: Layer<X, tf.Tensor>,
  inputs: Dataset<X> | X,
  { batchSize }: { readonly batchSize?: number } = {},
): Float32Array {
  const data = inputs instanceof tf.Tensor ? rows(inputs) : inputs;
  const parts: Float32Array[] = [];
  for (const { output: logits } of outputsInOrder('predict', model, data, batchSize))
    parts.push(
      tf.tidy(() => {
        expectFinite('predict, logits', logits);
        return softmax(logits).dataSync<'float32'>();
      }),
    );
  const probabilities = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    probabilities.set(part, offset);
    offset += part.length;
  }
  return probabilities;
}

/** A tensor's rows as examples whose target is their own number. */
function rows<X extends tf.Tensor>(inputs: X): Dataset<X> {
  return {
    size: inputs.shape[0] ?? 0,
    take: (indices) => {
      const y = tf.tensor1d(Int32Array.from(indices), 'int32');
      return { x: inputs.gather(y), y };
    },
  };
}
