import * as tf from '@tensorflow/tfjs';

/** Applies a function of the last axis along another one: swaps the two before and after. */
export function alongLastAxis<T extends tf.Tensor>(who: string, x: T, axis: number, map: (x: T) => T): T {
  const { rank } = x;
  const chosen = axis < 0 ? axis + rank : axis;
  if (!Number.isInteger(chosen) || chosen < 0 || chosen >= rank)
    throw new Error(`${who}: expected an axis of [${x.shape.join(', ')}], got ${axis}`);
  if (chosen === rank - 1) return map(x);
  const swap = x.shape.map((_, place) => (place === chosen ? rank - 1 : place === rank - 1 ? chosen : place));
  return tf.tidy(() => map(x.transpose<T>(swap)).transpose<T>(swap));
}
