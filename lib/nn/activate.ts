import * as tf from '@tensorflow/tfjs';
import { gelu } from './gelu';
import { geluTanh } from './gelu-tanh';
import { leakyRelu } from './leaky-relu';

const activations = {
  /** x */
  identity: (x) => x.clone(),
  /** max(x, 0) */
  relu: (x) => tf.relu(x),
  /** x above 0, 0.01 x below */
  leakyRelu: (x) => leakyRelu(x),
  /** x above 0, e^x − 1 below (Clevert et al., 2016) */
  elu: (x) => tf.elu(x),
  /** x Φ(x), with the normal distribution's Φ (Hendrycks and Gimpel, 2016) */
  gelu,
  /** the approximation of gelu by tanh that GPT-2 uses */
  geluTanh,
  /** x σ(x), also called swish (Elfwing et al., 2018) */
  silu: (x) => x.mul(tf.sigmoid(x)),
  /** σ(x) = 1 / (1 + e^−x) */
  sigmoid: (x) => tf.sigmoid(x),
  /** ln σ(x) = −ln(1 + e^−x) */
  logSigmoid: (x) => tf.softplus(x.neg()).neg(),
  /** (e^x − e^−x) / (e^x + e^−x) */
  tanh: (x) => tf.tanh(x),
  /** ln(1 + e^x), a smooth relu */
  softplus: (x) => tf.softplus(x),
} satisfies Record<string, (x: tf.Tensor) => tf.Tensor>;

/** The name of an activation: what bends the line between two layers. */
export type Activation = keyof typeof activations;

/**
 * Applies an activation to every number.
 *
 * @returns a new tensor of the shape of `x`
 * @example activate('relu', layer.forward(x))
 */
export function activate<T extends tf.Tensor>(name: Activation, x: T): T {
  const activation: ((x: tf.Tensor) => tf.Tensor) | undefined = activations[name];
  if (!activation)
    throw new Error(
      `activate: expected one of ${Object.keys(activations).join(', ')}, got ${JSON.stringify(name)}`,
    );
  return tf.tidy(() => activation(x) as T);
}
