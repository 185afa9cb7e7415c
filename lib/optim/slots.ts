import * as tf from '@tensorflow/tfjs';
import { param } from '../nn/param';

/** For every parameter one variable of its shape per slot, by `<path>.<slot>`, starting at 0 and not trained itself. */
export function slots(
  parameters: Readonly<Record<string, tf.Variable>>,
  ...names: readonly string[]
): Readonly<Record<string, tf.Variable>> {
  const state: Record<string, tf.Variable> = {};
  for (const [path, { shape }] of Object.entries(parameters))
    for (const name of names) {
      state[`${path}.${name}`] = param(tf.zeros(shape));
      state[`${path}.${name}`].trainable = false;
    }
  return state;
}
