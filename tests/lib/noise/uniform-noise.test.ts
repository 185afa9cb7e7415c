import * as tf from '@tensorflow/tfjs';
import { Rng } from 'lineage';
import { StepRng, uniformNoise } from 'lineage/noise';
import { philox } from '../../../lib/noise/philox';
import { philoxNoise } from '../../../lib/noise/philox-noise';
import { expectNoLeak } from '../../leaks';

test('philox gives the published words', () => {
  // Known answers of Random123's own tests (kat_vectors, philox4x32 with 10 rounds).
  const words = (counter: number[], key: number[]) => {
    const out = new Uint32Array(4);
    philox(Uint32Array.from(counter), key[0], key[1], out);
    return [...out].map((word) => word.toString(16).padStart(8, '0')).join(' ');
  };
  expect(words([0, 0, 0, 0], [0, 0])).toBe('6627e8d5 e169c58d bc57ac4c 9b00dbd8');
  const all = 0xffffffff;
  expect(words([all, all, all, all], [all, all])).toBe('408f276d 41c83b0e a20bc7c6 6d5451fd');
  expect(words([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])).toBe(
    'd16cfe09 94fdcceb 5001e420 24126ea1',
  );
});

test.each([
  [1, 2],
  [-7, 123_456_789],
  [0x7fffffff, -0x80000000],
])('noise is the same bits in JavaScript and in the backend: key %d, %d', (...key) => {
  class Fixed extends Rng {
    override key() {
      return () => key as [number, number];
    }
  }
  for (const shape of [[1], [5], [7, 13], [3, 100, 41]]) {
    const noise = uniformNoise(shape, new Fixed(0));
    expect(noise.dataSync()).toEqual(philoxNoise(noise.size, key as [number, number]));
    noise.dispose();
  }
});

test('noise is spread evenly over 0 … 1', () => {
  const bins = new Array(10).fill(0);
  const n = 100_000;
  for (const value of philoxNoise(n, [3, 4])) bins[Math.floor(value * 10)]++;
  // χ² with 9 degrees of freedom is above 33.7 once in 10,000.
  expect(bins.reduce((sum, count) => sum + (count - n / 10) ** 2 / (n / 10), 0)).toBeLessThan(33.7);
});

test('a StepRng gives the same keys at the same step, others at another', () => {
  const clock = { step: 3 };
  const keys = (rng: Rng) => [rng.key(), rng.key(), rng.fork('attention').key()].map((key) => key().join());
  const first = keys(new StepRng(new Rng(1), clock));
  expect(new Set(first).size).toBe(3);
  expect(keys(new StepRng(new Rng(1), clock))).toEqual(first);
  const later = new StepRng(new Rng(1), clock).key();
  clock.step = 4;
  expect(later().join()).not.toBe(first[0]);
  expect(keys(new StepRng(new Rng(1), clock))[0]).toBe(later().join());
  clock.step = 3;
  expect(later().join()).toBe(first[0]);
});

test('noise leaks nothing', () => {
  expectNoLeak(() => tf.dispose(uniformNoise([3], new Rng(0))));
});
