import * as tf from '@tensorflow/tfjs';
import { isRecording } from '../compile/recording';

/**
 * Refuses a tensor that holds NaN or infinity, at the door and by name.
 *
 * It looks only while no gradient is taken and nothing is compiled: each look waits for the tensor's numbers, and
 * `train` has a guard of its own, which looks once per step.
 *
 * @param who the layer or function, as in `Linear(64 → 256)`
 * @throws Error `Linear(64 → 256): expected finite numbers, got NaN at [3, 17]`
 */
export function expectFinite(who: string, x: tf.Tensor): void {
  if (tf.engine().state.gradientDepth > 0 || isRecording()) return;
  // A sum is finite unless a term is not (or the terms are astronomical): one number is read back, not all.
  if (Number.isFinite(tf.tidy(() => x.sum().dataSync()[0]))) return;
  const values = x.dataSync();
  const index = values.findIndex((value) => !Number.isFinite(value));
  if (index < 0) return;
  const place = tf.util.indexToLoc(index, x.rank, tf.util.computeStrides(x.shape));
  throw new Error(`${who}: expected finite numbers, got ${values[index]} at [${place.join(', ')}]`);
}
