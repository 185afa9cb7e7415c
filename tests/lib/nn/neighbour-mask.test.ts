import type * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { dispose, neighbourMask, normal, Rng, SelfAttention } from 'lineage';
import { expectNoLeak } from '../../leaks';

const rowsOf = (mask: tf.Tensor2D) => {
  const rows = mask.arraySync();
  mask.dispose();
  return rows;
};

test('a reach of 1 leaves the word and its two neighbours', () => {
  const far = -1e9;
  expect(rowsOf(neighbourMask(4, 1))).toEqual([
    [0, 0, far, far],
    [0, 0, 0, far],
    [far, 0, 0, 0],
    [far, far, 0, 0],
  ]);
});

test('hides exactly what is further than the reach', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 14 }), (time, reach) => {
      const expected = Array.from({ length: time }, (_, i) =>
        Array.from({ length: time }, (_, j) => (Math.abs(i - j) <= reach ? 0 : -1e9)),
      );
      expect(rowsOf(neighbourMask(time, reach))).toEqual(expected);
    }),
  );
});

test('attention gives what is hidden no weight', () => {
  const attention = new SelfAttention(4, 2, new Rng(0));
  const x = normal<tf.Rank.R3>([1, 5, 4], 1, new Rng(1));
  const mask = neighbourMask(5, 1);
  const { output, weights } = attention.attend(x, { mask });
  const [heads] = weights.arraySync();
  for (const head of heads) expect(head[4].slice(0, 3)).toEqual([0, 0, 0]);
  for (const head of heads) expect(head[4][3] + head[4][4]).toBeCloseTo(1, 5);
  for (const tensor of [x, mask, output, weights]) tensor.dispose();
  dispose(attention);
});

test('refuses no tokens and a reach that is no count', () => {
  expect(() => neighbourMask(0, 1)).toThrow(
    'neighbourMask: expected a whole number of tokens of at least 1, got 0',
  );
  expect(() => neighbourMask(5, -1)).toThrow(
    'neighbourMask: expected a whole number of tokens of reach of at least 0, got -1',
  );
  expect(() => neighbourMask(5, 1.5)).toThrow('got 1.5');
});

test('leaves only its result', () => expectNoLeak(() => neighbourMask(6, 2).dispose()));
