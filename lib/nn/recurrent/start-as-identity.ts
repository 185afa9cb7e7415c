import * as tf from '@tensorflow/tfjs';
import type { Rng } from '../../rng';
import { normal } from '../normal';
import type { Rnn } from './rnn';

/**
 * Gives a simple recurrent network with ReLU the start of Le, Jaitly and Hinton: U = I and no biases, so that a state
 * stays what it is until an input changes it, and its gradient neither shrinks nor grows; the input weights are small.
 *
 * Le, Jaitly and Hinton, "A simple way to initialize recurrent networks of rectified linear units", 2015, section 3.
 *
 * @param rng where the input weights are drawn, with deviation 0.001
 */
export function startAsIdentity({ layers, hiddenSize }: Rnn, rng: Rng): void {
  tf.tidy(() => {
    for (const [index, { ahead, backwards }] of layers.entries())
      for (const weights of [ahead, ...(backwards ? [backwards] : [])]) {
        const way = weights === ahead ? 'ahead' : 'backwards';
        const { inputWeight, hiddenWeight, inputBias, hiddenBias } = weights;
        inputWeight.assign(normal(inputWeight.shape, 1e-3, rng.fork(`${way}.${index}`)));
        hiddenWeight.assign(tf.eye(hiddenSize));
        for (const bias of [inputBias, hiddenBias]) bias.assign(tf.zerosLike(bias));
      }
  });
}
