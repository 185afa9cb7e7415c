import * as tf from '@tensorflow/tfjs';
import type { Batch } from '../data';
import type { Layer } from '../nn';
import type { Rng } from '../rng';
import type { Loss } from './train-step';
import { watchLayers } from './watch-layers';

/**
 * Finds where a NaN or an infinity first came from, by running the step again without its update.
 *
 * Looked at in the order of the computation: the batch, the parameters, each sub-layer's output as it returns, the
 * loss, the gradients from the last parameter back to the first.
 *
 * @param trained the parameters that the gradient is taken of, by path
 * @param indices the numbers of the batch's examples in the data set, to name the broken one
 * @param dropout stands where it stood for the failed step
 * @returns words that complete "it first appears in …", such as `the output of layers.1 (Linear)`
 */
export function firstNotFinite<X extends tf.Tensor, Y extends tf.Tensor, T extends tf.Tensor>(
  model: Layer<X, Y>,
  trained: Readonly<Record<string, tf.Variable>>,
  loss: Loss<Y, T>,
  { x, y }: Batch<X, T>,
  indices: ArrayLike<number>,
  dropout: Rng,
): string {
  for (const [name, tensor] of Object.entries({ input: x, target: y })) {
    const position = brokenAt(tensor);
    const row = Math.floor((position * indices.length) / tensor.size);
    if (position >= 0) return `the ${name} batch itself, in example ${indices[row]} of the data set`;
  }
  const broken = Object.entries(trained).find(([, variable]) => brokenAt(variable) >= 0);
  if (broken) return `the parameter ${broken[0]}, before this step`;

  let first: string | undefined;
  const unwatch = watchLayers(model, (path, layer, output) => {
    if (first !== undefined || tensors(output).every((tensor) => brokenAt(tensor) < 0)) return;
    first = `the output of ${path || 'the model'} (${layer.constructor.name})`;
  });
  try {
    return tf.tidy(() => {
      const objective = () => loss(model.forward(x, dropout), y);
      const { value, grads } = tf.variableGrads(objective, Object.values(trained));
      if (first !== undefined) return first;
      if (brokenAt(value) >= 0) return 'the loss, although the model’s output is finite';
      const paths = Object.keys(trained).filter((path) => brokenAt(grads[trained[path].name]) >= 0);
      return paths.length ? `the gradient of ${paths.at(-1)}` : 'the square of the gradient’s length';
    });
  } finally {
    unwatch();
  }
}

/** The tensors in what a layer returned: one, a list, or a record of them. */
function tensors(output: unknown): tf.Tensor[] {
  if (output instanceof tf.Tensor) return [output];
  return typeof output === 'object' && output !== null ? Object.values(output).flatMap(tensors) : [];
}

/** The position of the first number that is NaN or infinite, or −1. */
function brokenAt(tensor: tf.Tensor): number {
  return (tensor.dataSync() as Float32Array).findIndex((value) => !Number.isFinite(value));
}
