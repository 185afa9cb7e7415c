import * as tf from '@tensorflow/tfjs';
import { discardTape } from '../backend/discard-tape';
import { expectShape } from '../expect/expect-shape';
import type { Gru, Rnn } from '../nn';

/**
 * How strongly the loss at the end depends on the state after each step: |∂L/∂h_t|, whose fall or growth on the way
 * back is the vanishing or the exploding gradient.
 *
 * Each h_t gets a zero added, and the gradient of that zero is the whole gradient of h_t. The lengths are summed up in
 * double precision, where the square of 1e-30 is still a number.
 *
 * Bengio, Simard and Frasconi, "Learning long-term dependencies with gradient descent is difficult", 1994; Pascanu,
 * Mikolov and Bengio, "On the difficulty of training recurrent neural networks", 2013, section 2.
 *
 * @param network that reads ahead only
 * @param x `[batch, time, in]`
 * @param loss of the state after the last step, `[layers, batch, hidden]`
 * @returns Euclidean lengths over layers, rows and units, `[time]`, the first step first
 */
export function gradientThroughTime(
  network: Rnn | Gru,
  x: tf.Tensor3D,
  loss: (last: tf.Tensor3D) => tf.Scalar,
): number[] {
  const { layers, inSize, hiddenSize } = network;
  expectShape('gradientThroughTime', x, 'batch', 'time', inSize);
  if (layers.some(({ backwards }) => backwards))
    throw new Error('gradientThroughTime: expected a network that reads ahead only, got a bidirectional one');
  const [B, T] = x.shape;
  try {
    return tf.tidy(() => {
      const zeros = Array.from({ length: T }, () => tf.zeros<tf.Rank.R3>([layers.length, B, hiddenSize]));
      const gradients = tf.grads((...zeros: tf.Tensor[]) => {
        let h = tf.zeros<tf.Rank.R3>([layers.length, B, hiddenSize]);
        for (const [t, xt] of tf.split<tf.Tensor3D>(x, T, 1).entries())
          h = network.run(xt, { initial: h }).h.add(zeros[t]);
        return loss(h);
      })(zeros);
      // |∂L/∂h_t| = √ Σ (∂L/∂h_t)²
      return gradients.map((gradient) => {
        const values = gradient.dataSync<'float32'>();
        return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
      });
    });
  } finally {
    discardTape();
  }
}
