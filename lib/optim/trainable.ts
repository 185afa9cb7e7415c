import type * as tf from '@tensorflow/tfjs';
import { parameters } from '../nn/parameters';

/** The parameters of a model that are not frozen, by path; there must be one. */
export function trainable(who: string, model: unknown): Readonly<Record<string, tf.Variable>> {
  const found = Object.entries(parameters(model)).filter(([, variable]) => variable.trainable);
  if (found.length === 0)
    throw new Error(`${who}: expected a model with trainable parameters in its public fields, got none`);
  return Object.fromEntries(found);
}
