import * as tf from '@tensorflow/tfjs';
import type { NativeBinding } from '../../../lib/compile/native-backend';

/**
 * Counts the tensors that TensorFlow holds for JavaScript, of which tfjs knows only a part: those that a graph is fed
 * and gives are among them.
 *
 * @returns how many more there are than when the counting began, and an end to it; always 0 on the other tiers
 */
export function countNativeTensors(): { readonly more: () => number; readonly end: () => void } {
  if (tf.getBackend() !== 'tensorflow') return { more: () => 0, end: () => {} };
  const backend = tf.backend() as unknown as { binding: NativeBinding };
  const { binding } = backend;
  let more = 0;
  const names = Object.getOwnPropertyNames(binding) as (keyof NativeBinding)[];
  const counted = <T extends readonly unknown[]>(made: T): T => {
    more += made.length;
    return made;
  };
  backend.binding = {
    ...(Object.fromEntries(names.map((name) => [name, binding[name]])) as unknown as NativeBinding),
    createTensor: (...given) => counted([binding.createTensor(...given)])[0],
    executeOp: (...given) => counted(binding.executeOp(...given)),
    runSavedModel: (...given) => counted(binding.runSavedModel(...given)),
    deleteTensor: (id) => {
      binding.deleteTensor(id);
      more--;
    },
  };
  return {
    more: () => more,
    end: () => {
      backend.binding = binding;
    },
  };
}
