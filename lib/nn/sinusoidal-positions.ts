import * as tf from '@tensorflow/tfjs';
import { expectSize } from '../expect/expect-size';

/**
 * A fixed vector for each position: sines and cosines of ever longer waves, from 2π to 10,000 · 2π tokens.
 *
 * Added to the embeddings they tell attention, which has no order of its own, where a token stands. The vector of
 * position t + k is a rotation of that of t, the same for every t. Vaswani et al., "Attention is all you need", 2017,
 * section 3.5.
 *
 * @param channels even: a sine and a cosine for each wave
 * @returns a new tensor `[time, channels]`
 */
export function sinusoidalPositions(time: number, channels: number): tf.Tensor2D {
  expectSize('sinusoidalPositions', 'tokens', time);
  expectSize('sinusoidalPositions', 'channels', channels, 2);
  if (channels % 2 !== 0)
    throw new Error(`sinusoidalPositions: expected an even number of channels, got ${channels}`);
  const table = new Float32Array(time * channels);
  for (let t = 0; t < time; t++)
    for (let i = 0; i < channels; i += 2) {
      // P[t, 2i] = sin(t / 10000^(2i/C)),  P[t, 2i + 1] = cos(t / 10000^(2i/C))
      const angle = t / 10_000 ** (i / channels);
      table[t * channels + i] = Math.sin(angle);
      table[t * channels + i + 1] = Math.cos(angle);
    }
  return tf.tensor2d(table, [time, channels]);
}
