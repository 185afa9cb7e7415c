import * as tf from '@tensorflow/tfjs';

/**
 * Does work that makes tensors, and frees all but its result, as `tf.tidy` does.
 *
 * @returns also how many other tensors it left, because it called `tf.keep`
 */
export function watchKept<T>(work: () => T): { readonly result: T; readonly left: number } {
  const engine = tf.engine();
  const own = Object.getOwnPropertyDescriptor(engine, 'keep');
  const kept = new Set<tf.Tensor>();
  const { keep } = engine;
  engine.keep = (tensor) => {
    kept.add(tensor);
    return keep.call(engine, tensor) as typeof tensor;
  };
  try {
    const result = tf.tidy(() => work() as tf.TensorContainer) as T;
    for (const tensor of Object.values(result as object)) kept.delete(tensor);
    return { result, left: [...kept].filter(({ isDisposed }) => !isDisposed).length };
  } finally {
    if (own) Object.defineProperty(engine, 'keep', own);
    else Reflect.deleteProperty(engine, 'keep');
  }
}
