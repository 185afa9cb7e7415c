import * as tf from '@tensorflow/tfjs';
import type { Recording } from './recording';

/** How large a piece of recorded work is. */
export interface WorkSize {
  readonly operations: number;
  /** How many numbers its operations give, all together. */
  readonly elements: number;
  /** How many of its matrix products the most used tensor goes into. */
  readonly reuse: number;
}

const products = /MatMul/;

/** Measures what was recorded. */
export function workSize({ ops }: Pick<Recording, 'ops'>): WorkSize {
  let elements = 0;
  const uses = new Map<number, number>();
  for (const { name, inputs, outputs } of ops) {
    for (const { shape } of outputs) elements += tf.util.sizeFromShape([...shape]);
    if (products.test(name)) for (const id of inputs) uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  return { operations: ops.length, elements, reuse: Math.max(0, ...uses.values()) };
}
