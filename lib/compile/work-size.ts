import * as tf from '@tensorflow/tfjs';
import type { Recording } from './recording';

/** How large a piece of recorded work is. */
export interface WorkSize {
  readonly operations: number;
  /** How many numbers its operations give, all together. */
  readonly elements: number;
  /** How many of its matrix products, one waiting for the other, the most used tensor goes into. */
  readonly reuse: number;
}

const products = /MatMul/;

/** Measures what was recorded. */
export function workSize({ ops }: Pick<Recording, 'ops'>): WorkSize {
  let elements = 0;
  /** How many products, one after the other, lie behind a tensor. */
  const depths = new Map<number, number>();
  /** At which depths a tensor is multiplied: a matrix used at once for many things has one, that of a recurrence many. */
  const uses = new Map<number, Set<number>>();
  for (const { name, inputs, outputs } of ops) {
    const isProduct = products.test(name);
    const depth = Math.max(0, ...inputs.map((id) => depths.get(id) ?? 0));
    if (isProduct) for (const id of inputs) uses.set(id, (uses.get(id) ?? new Set()).add(depth));
    for (const { id, shape } of outputs) {
      elements += tf.util.sizeFromShape([...shape]);
      depths.set(id, depth + Number(isProduct));
    }
  }
  const reuse = Math.max(0, ...Array.from(uses.values(), ({ size }) => size));
  return { operations: ops.length, elements, reuse };
}
