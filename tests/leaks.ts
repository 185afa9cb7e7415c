import * as tf from '@tensorflow/tfjs';

/** Fails unless as many tensors live after `work` as before; it must dispose what it returned to itself. */
export function expectNoLeak(work: () => void): void {
  const { numTensors: before } = tf.memory();
  work();
  const { numTensors: after } = tf.memory();
  if (after !== before) throw new Error(`expected ${before} tensors as before, got ${after}`);
}
