import * as tf from '@tensorflow/tfjs';
import { expectBetween } from '../expect/expect-between';
import type { Rng } from '../rng';
import { normal } from './normal';

/**
 * How a weight matrix starts.
 *
 * - `lecun`: Var(W) = 1/in, so Var(xW) = Var(x) (LeCun et al., "Efficient BackProp", 1998, section 4.6)
 * - `xavier`: Var(W) = 2/(in + out), a compromise between forward and backward
 *   (Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010, eq. 12)
 * - `he`: Var(W) = 2/in, because ReLU sets half of the outputs to 0
 *   (He et al., "Delving deep into rectifiers", 2015, eq. 10)
 * - `zeros`: every output the same; a hidden layer that starts so cannot learn
 * - `{ deviation }`: the same spread at every size, such as GPT-2's 0.02
 */
export type Init = 'lecun' | 'xavier' | 'he' | 'zeros' | { readonly deviation: number };

const variance: Record<Extract<Init, string>, (inSize: number, outSize: number) => number> = {
  lecun: (inSize) => 1 / inSize,
  xavier: (inSize, outSize) => 2 / (inSize + outSize),
  he: (inSize) => 2 / inSize,
  zeros: () => 0,
};

/** @returns a new weight matrix `[in, out]`, drawn from a normal distribution with mean 0 */
export function init(how: Init, inSize: number, outSize: number, rng: Rng): tf.Tensor2D {
  if (typeof how === 'object') {
    expectBetween('init', 'a deviation', how.deviation, 0);
    return normal<tf.Rank.R2>([inSize, outSize], how.deviation, rng);
  }
  if (!(how in variance))
    throw new Error(`init: expected one of ${Object.keys(variance).join(', ')}, got ${JSON.stringify(how)}`);
  if (how === 'zeros') return tf.zeros([inSize, outSize]);
  return normal<tf.Rank.R2>([inSize, outSize], Math.sqrt(variance[how](inSize, outSize)), rng);
}
