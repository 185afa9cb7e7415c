import * as tf from '@tensorflow/tfjs';
import type { RecurrentCell } from './recurrent-cell';
import { sigmoidGradient } from './sigmoid-gradient';
import { tanhGradient } from './tanh-gradient';

/**
 * Two gates and no memory apart from h: r says how much of the state a new candidate n sees, z how much of it stays.
 *
 * Cho et al., "Learning phrase representations using RNN encoder–decoder for statistical machine translation", 2014,
 * section 2.3; here, as in PyTorch, r acts after the product U h rather than before it, which allows one product for
 * all gates.
 */
export const gruCell: RecurrentCell = {
  gates: 3, // r, z, n
  states: 1, // h
  reads: ['both', 'both', 'input', 'state'],

  weight({ inputWeight, inputBias, hiddenWeight, hiddenBias }) {
    return tf.tidy(() => {
      const [wr, wz, wn] = tf.split<tf.Tensor2D>(inputWeight, 3, 0);
      const [ur, uz, un] = tf.split<tf.Tensor2D>(hiddenWeight, 3, 0);
      const [br, bz, bn] = tf.split<tf.Tensor2D>(inputBias.reshape([-1, 1]), 3, 0);
      const [cr, cz, cn] = tf.split<tf.Tensor2D>(hiddenBias.reshape([-1, 1]), 3, 0);
      const rows = [
        [wr, br.add<tf.Tensor2D>(cr), ur],
        [wz, bz.add<tf.Tensor2D>(cz), uz],
        [wn, bn, tf.zerosLike<tf.Tensor2D>(un)],
        [tf.zerosLike<tf.Tensor2D>(wn), cn, un],
      ];
      return tf.concat<tf.Tensor2D>(
        rows.map((row) => tf.concat<tf.Tensor2D>(row, 1)),
        0,
      );
    });
  },

  step([ar, az, input, state], [h]) {
    const [r, z] = [ar, az].map((a) => tf.sigmoid(a));
    // n = tanh(W x + b + r ⊙ (U h + b′))
    const n = tf.tanh(input.add<tf.Tensor2D>(r.mul(state)));
    // h′ = (1 − z) ⊙ n + z ⊙ h = n + z ⊙ (h − n)
    const change = h.sub<tf.Tensor2D>(n);
    return { state: [n.add(z.mul(change))], kept: [r, z, n, state, change] };
  },

  back([dh], [r, z, n, state, change]) {
    const stays = dh.mul<tf.Tensor2D>(z);
    // ∂n = ∂h′ ⊙ (1 − z)
    const dInput = tanhGradient(n, dh.sub<tf.Tensor2D>(stays));
    return {
      sums: [
        sigmoidGradient(r, dInput.mul<tf.Tensor2D>(state)),
        sigmoidGradient(z, dh.mul<tf.Tensor2D>(change)),
        dInput,
        dInput.mul(r),
      ],
      // ∂h = ∂h′ ⊙ z, besides what comes through the sums
      state: [stays],
    };
  },
};
