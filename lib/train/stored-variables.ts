import * as tf from '@tensorflow/tfjs';
import { finish } from '../finish';
import type { StoredTensor, StoredType } from './safetensors';

const stored: Readonly<Partial<Record<tf.DataType, StoredType>>> = {
  float32: 'F32',
  int32: 'I32',
  bool: 'BOOL',
};

/** The numbers of variables, ready to be written. */
export function toStored(variables: Readonly<Record<string, tf.Variable>>): Record<string, StoredTensor> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, variable]) => {
      const dtype = stored[variable.dtype];
      if (!dtype) throw new Error(`${name}: expected float32, int32 or bool numbers, got ${variable.dtype}`);
      return [name, { dtype, shape: variable.shape, data: variable.dataSync() as StoredTensor['data'] }];
    }),
  );
}

/** Assigns stored numbers to the variables of the same names, all of them or, where one doesn't fit, none. */
export function assignStored(
  who: string,
  variables: Readonly<Record<string, tf.Variable>>,
  tensors: Readonly<Record<string, StoredTensor>>,
): void {
  for (const [name, { dtype, shape }] of Object.entries(variables)) {
    if (!Object.hasOwn(tensors, name))
      throw new Error(`${who} has no ${name} [${shape.join(', ')}]. ${advice}`);
    const expected = `${stored[dtype]} [${shape.join(', ')}]`;
    const got = `${tensors[name].dtype} [${tensors[name].shape.join(', ')}]`;
    if (got !== expected) throw new Error(`${who}: ${name}: expected ${expected}, got ${got}. ${advice}`);
  }
  for (const name of Object.keys(tensors))
    if (!Object.hasOwn(variables, name))
      throw new Error(`${who} has ${name}, which is unknown here. ${advice}`);
  finish(() => {
    for (const [name, variable] of Object.entries(variables)) {
      const { data, shape } = tensors[name];
      tf.tidy(() => variable.assign(tf.tensor(data, [...shape], variable.dtype)));
    }
  });
}

const advice = 'Was the file written by a model of another shape?';
