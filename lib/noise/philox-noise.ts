import type { NoiseKey } from '../rng';
import { philox } from './philox';

/** The key with which TensorFlow spreads a seed's bits before it draws (its own choice of digits). */
const scrambler = [0x3ec8f720, 0x02461e29] as const;

/**
 * Numbers in [0, 1) with 23 random bits, the same as TensorFlow's operation StatelessRandomUniform gives for this seed.
 */
export function philoxNoise(size: number, [seed0, seed1]: NoiseKey): Float32Array {
  const mixed = new Uint32Array(4);
  // Seeds are integers of 64 bits there: the upper words repeat the sign.
  philox(Uint32Array.of(seed0, seed0 >> 31, seed1, seed1 >> 31), ...scrambler, mixed);
  const counter = Uint32Array.of(0, 0, mixed[2], mixed[3]);
  const words = new Uint32Array(4);
  const noise = new Float32Array(size);
  for (let index = 0; index < size; index++) {
    if (index % 4 === 0) {
      counter[0] = index / 4;
      philox(counter, mixed[0], mixed[1], words);
    }
    noise[index] = (words[index % 4] & 0x7fffff) / 0x800000;
  }
  return noise;
}
