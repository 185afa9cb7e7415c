import * as tf from '@tensorflow/tfjs';
import { effect } from '../compile';
import { finish } from '../finish';
import type { Optimizer } from './optimizer';

/** The new value of a parameter; it may assign slots of the same path on the way. */
export type Rule = (parameter: tf.Variable, gradient: tf.Tensor, path: string) => tf.Tensor;

/**
 * Gives every parameter the value that a rule computes from it and its gradient, and counts the step; the stop button
 * waits meanwhile.
 *
 * @throws Error where a gradient is missing, or has another shape than its parameter: then nothing was changed
 */
export function update(
  who: string,
  optimizer: Optimizer,
  gradients: Readonly<Record<string, tf.Tensor>>,
  rule: Rule,
): void {
  const { parameters } = optimizer;
  for (const [path, { shape }] of Object.entries(parameters)) {
    const gradient = gradients[path];
    if (!gradient)
      throw new Error(`${who}: expected a gradient for ${path}, got none. Does the loss depend on it?`);
    if (!tf.util.arraysEqual(gradient.shape, shape))
      throw new Error(
        `${who}: expected a gradient [${shape.join(', ')}] for ${path}, got [${gradient.shape.join(', ')}]`,
      );
  }
  finish(() => {
    for (const [path, parameter] of Object.entries(parameters))
      tf.tidy(() => parameter.assign(rule(parameter, gradients[path], path)));
    effect(() => optimizer.steps++);
  });
}
