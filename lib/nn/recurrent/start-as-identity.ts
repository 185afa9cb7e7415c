import * as tf from '@tensorflow/tfjs';
import type { Rnn } from './rnn';

/**
 * Gives a simple recurrent network the start of Le, Jaitly and Hinton: U = I and no biases. With ReLU a state then stays
 * what it is until an input changes it, and its gradient neither shrinks nor grows.
 *
 * The input weights stay as they were drawn; in the paper they are redrawn with a deviation of 0.001.
 *
 * Le, Jaitly and Hinton, "A simple way to initialize recurrent networks of rectified linear units", 2015, section 3.
 *
 * @example startAsIdentity(new Rnn(2, 100, rng, { activation: 'relu' }))
 */
export function startAsIdentity({ layers, hiddenSize }: Rnn): void {
  tf.tidy(() => {
    for (const { ahead, backwards } of layers)
      for (const { hiddenWeight, inputBias, hiddenBias } of [ahead, ...(backwards ? [backwards] : [])]) {
        // h_t = ReLU(W x_t + I h_(t−1) + 0)
        hiddenWeight.assign(tf.eye(hiddenSize));
        for (const bias of [inputBias, hiddenBias]) bias.assign(tf.zerosLike(bias));
      }
  });
}
