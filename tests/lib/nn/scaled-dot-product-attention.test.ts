import * as tf from '@tensorflow/tfjs';
import { causalMask, normal, paddingMask, Rng, scaledDotProductAttention } from 'lineage';
import { expectNoLeak } from '../../leaks';
import { expectGradient } from './finite-differences';

const draw = (seed: number, ...shape: [number, number, number, number]) =>
  normal<tf.Rank.R4>(shape, 1, new Rng(seed));

test('one query between two equal keys takes the mean of their values', () => {
  tf.tidy(() => {
    const q = tf.tensor4d([1, 2], [1, 1, 1, 2]);
    const k = tf.tensor4d([3, 4, 3, 4], [1, 1, 2, 2]);
    const v = tf.tensor4d([10, 30], [1, 1, 2, 1]);
    const { output, weights } = scaledDotProductAttention(q, k, v);
    expect([...output.dataSync()]).toEqual([20]);
    expect([...weights.dataSync()]).toEqual([0.5, 0.5]);
  });
});

test('every row of weights sums to 1, and is exactly 0 where a mask hides', () => {
  tf.tidy(() => {
    const [q, k, v] = [1, 2, 3].map((seed) => draw(seed, 2, 3, 4, 5));
    const keep = tf.tensor2d([1, 1, 1, 1, 1, 1, 0, 0], [2, 4], 'bool');
    const mask = causalMask(4).add(paddingMask(keep));
    const { weights } = scaledDotProductAttention(q, k, v, { mask });
    for (const sum of weights.sum(-1).dataSync()) expect(sum).toBeCloseTo(1, 5);
    const rows = weights.arraySync();
    for (let row = 0; row < 2; row++)
      for (const head of rows[row])
        head.forEach((looks, query) => {
          looks.forEach((weight, key) => {
            const hidden = key > query || (row === 1 && key >= 2);
            expect(weight > 0).toBe(!hidden);
          });
        });
  });
});

test('without a mask, the order of keys and values does not matter', () => {
  tf.tidy(() => {
    const [q, k, v] = [1, 2, 3].map((seed) => draw(seed, 1, 2, 3, 4));
    const [plain, turned] = [
      scaledDotProductAttention(q, k, v),
      scaledDotProductAttention(q, k.reverse(2), v.reverse(2)),
    ].map(({ output }) => output.dataSync());
    plain.forEach((value, index) => {
      expect(turned[index]).toBeCloseTo(value, 5);
    });
  });
});

test('has the gradient of its finite differences', () => {
  const [k, v] = [2, 3].map((seed) => draw(seed, 1, 1, 3, 2));
  const mask = causalMask(3);
  expectGradient(
    (q) =>
      scaledDotProductAttention(q as tf.Tensor4D, k, v, { mask })
        .output.square()
        .sum(),
    [0.3, -0.7, 1.2, 0.4, -0.2, 0.9],
    [1, 1, 3, 2],
  );
  tf.dispose([k, v, mask]);
});

test('dropout drops weights, draws the same from the same stream, and shows the weights from before', () => {
  tf.tidy(() => {
    const [q, k] = [1, 2].map((seed) => draw(seed, 1, 2, 6, 4));
    const v = tf.ones<tf.Rank.R4>([1, 2, 6, 1]);
    const run = (seed: number) =>
      scaledDotProductAttention(q, k, v, { dropout: { rate: 0.5, rng: new Rng(seed) } });
    expect([...run(1).output.dataSync()]).toEqual([...run(1).output.dataSync()]);
    expect([...run(1).output.dataSync()]).not.toEqual([...run(2).output.dataSync()]);
    for (const sum of run(1).weights.sum(-1).dataSync()) expect(sum).toBeCloseTo(1, 5);
  });
});

test('refuses queries, keys and values that do not fit, and a mask of no tokens', () => {
  tf.tidy(() => {
    const [q, k, v] = [draw(1, 2, 2, 3, 4), draw(2, 2, 2, 5, 4), draw(3, 2, 2, 5, 4)];
    expect(() => scaledDotProductAttention(q, draw(1, 2, 2, 5, 3), v)).toThrow(
      'scaledDotProductAttention, keys: expected [2, 2, keys, 4], got [2, 2, 5, 3]',
    );
    expect(() => scaledDotProductAttention(q, k, draw(1, 2, 2, 4, 4))).toThrow(
      'scaledDotProductAttention, values: expected [2, 2, 5, valueSize], got [2, 2, 4, 4]',
    );
    expect(() => causalMask(0)).toThrow('causalMask: expected a whole number of tokens of at least 1, got 0');
    expect(() => paddingMask(tf.ones([3]))).toThrow('paddingMask: expected [batch, keys], got [3]');
  });
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const [q, k, v] = [1, 2, 3].map((seed) => draw(seed, 1, 2, 3, 4));
    const [mask, padding] = [causalMask(3), tf.tidy(() => paddingMask(tf.ones([1, 3])))];
    tf.dispose(scaledDotProductAttention(q, k, v, { mask }));
    tf.dispose([q, k, v, mask, padding]);
  });
});
