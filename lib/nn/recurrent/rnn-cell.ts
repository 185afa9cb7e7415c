import * as tf from '@tensorflow/tfjs';
import { jointWeight } from './joint-weight';
import type { RecurrentCell } from './recurrent-cell';
import { tanhGradient } from './tanh-gradient';

/**
 * The simple recurrent step h′ = φ(W x + b + U h + b′), with tanh, ReLU or nothing for φ.
 *
 * Elman, "Finding structure in time", 1990.
 */
export function rnnCell(activation: 'tanh' | 'relu' | 'identity'): RecurrentCell {
  return {
    gates: 1,
    states: 1,
    reads: ['both'],
    weight: jointWeight,
    step([a]) {
      const h = activation === 'tanh' ? tf.tanh(a) : activation === 'relu' ? tf.relu(a) : a;
      return { state: [h], kept: [h] };
    },
    back([dh], [h]) {
      if (activation === 'identity') return { sums: [dh], state: [undefined] };
      // relu′ is 1 where h > 0, else 0
      const da = activation === 'tanh' ? tanhGradient(h, dh) : dh.mul<tf.Tensor2D>(tf.step(h));
      return { sums: [da], state: [undefined] };
    },
  };
}
