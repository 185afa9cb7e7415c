import * as tf from '@tensorflow/tfjs';
import { nativeBackend } from '../compile/native-backend';
import { placeNow } from '../compile/place-now';
import { currentRecording } from '../compile/recording';
import { stepInput } from '../compile/step-input';
import type { Rng } from '../rng';
import { philoxNoise } from './philox-noise';

/**
 * Numbers drawn evenly from [0, 1), the same on every backend, whether the work is compiled or not.
 *
 * @param rng asked for one key: all numbers follow from it
 */
export function uniformNoise<T extends tf.Tensor>(shape: T['shape'], rng: Rng): T {
  const key = rng.key();
  const recording = currentRecording();
  // Compiled, it would be the same noise at each step.
  if (recording && !rng.followsSteps)
    recording.refusal ??= `draws noise from an Rng that knows no steps${placeNow()()}; give it a StepRng`;
  const backend = nativeBackend();
  if (!backend) return tf.tensor(philoxNoise(tf.util.sizeFromShape(shape), key()), shape) as T;
  return tf.tidy(() => {
    const seed = stepInput(() => Int32Array.from(key()), [2], 'int32');
    const size = tf.tensor1d(shape, 'int32');
    const { TF_ATTR_TYPE } = backend.binding;
    const types = { dtype: 1, T: 3, Tseed: 3 };
    const attributes = Object.entries(types).map(([name, value]) => ({ name, type: TF_ATTR_TYPE, value }));
    const ids = backend.getInputTensorIds([size, seed]);
    const [noise] = backend.binding.executeOp('StatelessRandomUniform', attributes, ids, 1);
    return backend.createOutputTensor(noise) as T;
  });
}
