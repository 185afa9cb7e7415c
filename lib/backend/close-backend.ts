import * as tf from '@tensorflow/tfjs';

/**
 * Lets tfjs make no tensor until the backend is opened: asked too early, it would quietly take its slowest backend.
 * Does nothing where a backend is already in use.
 *
 * @param refusal what whoever makes a tensor too early is told
 * @returns opens it
 */
export function closeBackend(refusal: string): () => void {
  const engine = tf.engine();
  if (engine.backendName) return () => {};
  // Hides the getter of the engine's class, which is there again once this one is deleted.
  Object.defineProperty(engine, 'backend', {
    configurable: true,
    get: () => {
      throw new Error(refusal);
    },
  });
  return () => Reflect.deleteProperty(engine, 'backend');
}
