import * as tf from '@tensorflow/tfjs';
import { jointWeight } from './joint-weight';
import type { RecurrentCell } from './recurrent-cell';
import { sigmoidGradient } from './sigmoid-gradient';
import { tanhGradient } from './tanh-gradient';

/**
 * A memory c that is added to rather than overwritten, so that its gradient doesn't vanish, and gates that say what
 * enters it (i), what stays in it (f) and what of it is shown (o).
 *
 * Hochreiter and Schmidhuber, "Long short-term memory", 1997, section 4; the forget gate: Gers, Schmidhuber and
 * Cummins, "Learning to forget", 2000, eq. 3.1.
 */
export const lstmCell: RecurrentCell = {
  gates: 4, // i, f, g, o
  states: 2, // h, c
  reads: ['both', 'both', 'both', 'both'],
  weight: jointWeight,

  step([ai, af, ag, ao], [, c]) {
    const [i, f, o] = [ai, af, ao].map((a) => tf.sigmoid(a));
    const g = tf.tanh(ag);
    // c′ = f ⊙ c + i ⊙ g
    const next = f.mul<tf.Tensor2D>(c).add<tf.Tensor2D>(i.mul(g));
    // h′ = o ⊙ tanh c′
    const shown = tf.tanh(next);
    const h = o.mul<tf.Tensor2D>(shown);
    return { state: [h, next], kept: [i, f, g, o, c, shown] };
  },

  back([dh, dNext], [i, f, g, o, c, shown]) {
    // ∂c′ = ∂c′ + ∂h ⊙ o ⊙ tanh′ c′
    const dc = dNext.add<tf.Tensor2D>(tanhGradient(shown, dh.mul<tf.Tensor2D>(o)));
    return {
      sums: [
        sigmoidGradient(i, dc.mul<tf.Tensor2D>(g)),
        sigmoidGradient(f, dc.mul<tf.Tensor2D>(c)),
        tanhGradient(g, dc.mul<tf.Tensor2D>(i)),
        sigmoidGradient(o, dh.mul<tf.Tensor2D>(shown)),
      ],
      // ∂c = ∂c′ ⊙ f; h acts through the sums alone
      state: [undefined, dc.mul<tf.Tensor2D>(f)],
    };
  },
};
