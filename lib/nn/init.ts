import * as tf from '@tensorflow/tfjs';
import { expectBetween } from '../expect/expect-between';
import type { Rng } from '../rng';
import { normal } from './normal';
import { orthogonal } from './orthogonal';
import { uniform } from './uniform';

/**
 * How a weight matrix starts: from a normal distribution, but where it says otherwise.
 *
 * - `lecun`: Var(W) = 1/in, so Var(xW) = Var(x) (LeCun et al., "Efficient BackProp", 1998, section 4.6)
 * - `xavier`: Var(W) = 2/(in + out), a compromise between forward and backward
 *   (Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010, eq. 12);
 *   `xavierUniform`: the same spread, uniform in ±√(6/(in + out)) (eq. 16)
 * - `he`: Var(W) = 2/in, because ReLU sets half of the outputs to 0
 *   (He et al., "Delving deep into rectifiers", 2015, eq. 10); `heUniform`: the same spread, uniform in ±√(6/in)
 * - `orthogonal`: turns and does not stretch, WᵀW = I ({@link orthogonal})
 * - `zeros`: every output the same; a hidden layer that starts so cannot learn
 * - `{ deviation }`: the same spread at every size, such as GPT-2's 0.02
 */
export type Init =
  | 'lecun'
  | 'xavier'
  | 'xavierUniform'
  | 'he'
  | 'heUniform'
  | 'orthogonal'
  | 'zeros'
  | { readonly deviation: number };

type Draw = (inSize: number, outSize: number, rng: Rng) => tf.Tensor2D;

const starts: Readonly<Record<Extract<Init, string>, Draw>> = {
  lecun: drawn(normal, (inSize) => 1 / inSize),
  xavier: drawn(normal, (inSize, outSize) => 2 / (inSize + outSize)),
  xavierUniform: drawn(evenly, (inSize, outSize) => 2 / (inSize + outSize)),
  he: drawn(normal, (inSize) => 2 / inSize),
  heUniform: drawn(evenly, (inSize) => 2 / inSize),
  orthogonal,
  zeros: (inSize, outSize) => tf.zeros([inSize, outSize]),
};

/** @returns a new weight matrix `[in, out]` of mean 0 */
export function init(how: Init, inSize: number, outSize: number, rng: Rng): tf.Tensor2D {
  if (typeof how === 'object') {
    expectBetween('init', 'a deviation', how.deviation, 0);
    return normal<tf.Rank.R2>([inSize, outSize], how.deviation, rng);
  }
  if (!Object.keys(starts).includes(how))
    throw new Error(`init: expected one of ${Object.keys(starts).join(', ')}, got ${JSON.stringify(how)}`);
  return starts[how](inSize, outSize, rng);
}

/** A start whose variance follows from the sizes. */
function drawn(draw: typeof evenly, variance: (inSize: number, outSize: number) => number): Draw {
  return (inSize, outSize, rng) =>
    draw<tf.Rank.R2>([inSize, outSize], Math.sqrt(variance(inSize, outSize)), rng);
}

/** Uniform with this standard deviation. */
function evenly<R extends tf.Rank>(shape: tf.ShapeMap[R], deviation: number, rng: Rng): tf.Tensor<R> {
  // Var(U(−b, b)) = b²/3
  return uniform<R>(shape, Math.sqrt(3) * deviation, rng);
}
