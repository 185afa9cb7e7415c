import * as tf from '@tensorflow/tfjs';
import { placeNow } from './place-now';

/**
 * Does work that makes tensors, and frees all but its result, as `tf.tidy` does.
 *
 * @returns also where it called `tf.keep` for each other tensor that it left; see `placeNow`
 */
export function watchKept<T>(work: () => T): {
  readonly result: T;
  readonly left: readonly (() => string)[];
} {
  const engine = tf.engine();
  const own = Object.getOwnPropertyDescriptor(engine, 'keep');
  const kept = new Map<tf.Tensor, () => string>();
  const { keep } = engine;
  engine.keep = (tensor) => {
    kept.set(tensor, placeNow());
    return keep.call(engine, tensor) as typeof tensor;
  };
  try {
    const result = tf.tidy(() => work() as tf.TensorContainer) as T;
    for (const tensor of Object.values(result as object)) kept.delete(tensor);
    return { result, left: [...kept].flatMap(([{ isDisposed }, place]) => (isDisposed ? [] : [place])) };
  } finally {
    if (own) Object.defineProperty(engine, 'keep', own);
    else Reflect.deleteProperty(engine, 'keep');
  }
}
