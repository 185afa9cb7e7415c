import * as tf from '@tensorflow/tfjs';
import { activate } from '../nn';
import type { ScalarMlp } from './scalar-mlp';

/**
 * The gradient of the mean squared error in every parameter, computed by TensorFlow from the network's numbers: a
 * judge for {@link Value.backward} that shares no code with it.
 *
 * @param inputs one row of features per example, `[examples][inputs]`
 * @param targets one number per example
 * @returns one slope per parameter, in the order of `model.parameters`
 */
export function tensorGradients(
  model: ScalarMlp,
  inputs: readonly (readonly number[])[],
  targets: readonly number[],
): number[] {
  if (inputs.length === 0 || inputs.length !== targets.length)
    throw new Error(
      `tensorGradients: expected as many targets as rows, at least one, got ${inputs.length} rows and ${targets.length} targets`,
    );
  return tf.tidy(() => {
    const x = tf.tensor2d(inputs.map((row) => [...row]));
    const t = tf.tensor2d(targets.map((target) => [target]));
    // One matrix per layer, a row per neuron: its weights, then its bias    [out, in + 1]
    const layers = model.layers.map((layer) =>
      tf.tensor2d(layer.map((neuron) => neuron.parameters.map((parameter) => parameter.data))),
    );
    const loss = (...matrices: tf.Tensor[]) => {
      const outputs = matrices.reduce<tf.Tensor>((signals, matrix, index) => {
        const one = tf.ones([inputs.length, 1]);
        // z = W x + b, the bias as the weight of a constant 1                [examples, out]
        const z = tf.concat([signals, one], 1).matMul(matrix, false, true);
        return activate(model.layers[index][0].activation, z);
      }, x);
      return outputs.sub(t).square().mean().asScalar();
    };
    return tf
      .grads(loss)(layers)
      .flatMap((gradient) => [...gradient.dataSync()]);
  });
}
