import type * as tf from '@tensorflow/tfjs';
import { currentRecording, type Guard, isRecording } from './recording';
import { unrecorded } from './unrecorded';

/**
 * Looks at the numbers of tensors and refuses what it sees by throwing: now, and where the work is compiled, after each
 * run and before any variable is changed.
 *
 * @param look given one array per tensor
 * @example guard([loss], ([value]) => { if (!Number.isFinite(value)) throw new Error('…') })
 */
export function guard(tensors: Guard['tensors'], look: Guard['look']): void {
  const recording = currentRecording();
  if (recording) recording.guards.push({ ids: tensors.map((tensor) => recording.idOf(tensor)), look });
  const values = () => tensors.map((tensor: tf.Tensor) => tensor.dataSync());
  look(...(isRecording() ? unrecorded(values) : values()));
}
