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
      const [wr, wz, wn] = tf.split(inputWeight as tf.Tensor2D, 3, 0);
      const [ur, uz, un] = tf.split(hiddenWeight as tf.Tensor2D, 3, 0);
      const [br, bz, bn] = tf.split(inputBias.reshape<tf.Tensor2D>([-1, 1]), 3, 0);
      const [cr, cz, cn] = tf.split(hiddenBias.reshape<tf.Tensor2D>([-1, 1]), 3, 0);
      const rows = [
        [wr, br.add<tf.Tensor2D>(cr), ur],
        [wz, bz.add<tf.Tensor2D>(cz), uz],
        [wn, bn, tf.zerosLike(un)],
        [tf.zerosLike(wn), cn, un],
      ];
      return tf.concat(
        rows.map((row) => tf.concat(row, 1)),
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
