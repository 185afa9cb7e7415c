import * as tf from '@tensorflow/tfjs';
import { currentRecording } from './recording';

/**
 * A tensor of numbers that are another for each step, such as a learning rate: where a step is compiled, JavaScript
 * computes them anew for each run. Any other number of JavaScript's becomes a constant of the compiled step.
 *
 * @param compute called now, and before each run of the compiled step; must depend on nothing that the step computes
 * @example stepInput(() => Int32Array.of(seed, clock.step), [2], 'int32')
 */
export function stepInput<T extends tf.Tensor>(
  compute: () => Float32Array | Int32Array,
  shape: number[],
  dtype: 'float32' | 'int32',
): T {
  const tensor = tf.tensor(compute(), shape, dtype);
  const recording = currentRecording();
  if (recording) {
    const id = recording.idOf(tensor);
    const { dtype: number } = recording.constants.get(id)!;
    recording.constants.delete(id);
    recording.stepInputs.push({ id, shape, dtype: number, compute });
  }
  return tensor as T;
}
