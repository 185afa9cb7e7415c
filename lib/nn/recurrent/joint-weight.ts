import * as tf from '@tensorflow/tfjs';
import type { RecurrentWeights } from './recurrent-weights';

/**
 * W, the biases' sum and U side by side: one product [W  b+b′  U] · [x; 1; h] makes W x + b + U h + b′.
 *
 * @returns `[gates · hidden, in + 1 + hidden]`
 */
export function jointWeight({
  inputWeight,
  inputBias,
  hiddenWeight,
  hiddenBias,
}: RecurrentWeights): tf.Tensor2D {
  return tf.tidy(() => {
    const bias = inputBias.add(hiddenBias).reshape<tf.Tensor2D>([-1, 1]);
    return tf.concat([inputWeight as tf.Tensor2D, bias, hiddenWeight], 1);
  });
}
