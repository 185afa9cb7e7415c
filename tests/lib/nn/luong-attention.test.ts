import * as tf from '@tensorflow/tfjs';
import { dispose, LuongAttention, normal, parameters, Rng } from 'lineage';
import { expectNoLeak } from '../../leaks';

const query = () => normal<tf.Rank.R2>([2, 3], 1, new Rng(1));
const keys = (size: number) => normal<tf.Rank.R3>([2, 4, size], 1, new Rng(2));

test('finds the key that the query is alike', () => {
  const attention = new LuongAttention(3, 3, new Rng(0), { score: 'dot' });
  expect(parameters(attention)).toEqual({});
  tf.tidy(() => {
    const asked = tf.tensor2d([[0, 9, 0]]);
    const { context, weights } = attention.attend(asked, tf.eye(3).mul(3).reshape([1, 3, 3]));
    expect(weights.argMax(1).dataSync()[0]).toBe(1);
    expect(context.dataSync()[1]).toBeCloseTo(3, 3);
  });
});

test('keys projected once serve as well, and padding is not looked at', () => {
  const attention = new LuongAttention(3, 5, new Rng(0));
  tf.tidy(() => {
    const [q, k] = [query(), keys(5)];
    const mask = tf.tensor2d([
      [0, 0, -1e9, -1e9],
      [0, 0, 0, 0],
    ]);
    const { weights, context } = attention.attend(q, k, { mask });
    expect([...weights.slice([0, 2], [1, 2]).dataSync()]).toEqual([0, 0]);
    for (const sum of weights.sum(1).dataSync()) expect(sum).toBeCloseTo(1, 5);
    const projected = attention.project(k);
    expect(attention.attend(q, k, { mask, projected }).context.dataSync()).toEqual(context.dataSync());
  });
  dispose(attention);
});

test('refuses what does not fit, by name', () => {
  expect(() => new LuongAttention(3, 5, new Rng(0), { score: 'dot' })).toThrow(
    "LuongAttention: expected queries and keys of one size for the score 'dot', got 3 and 5. Try 'general'.",
  );
  expect(() => new LuongAttention(3, 5, new Rng(0), { score: 'concat' as never })).toThrow(
    "LuongAttention: expected a score 'dot' or 'general', got concat",
  );
  const attention = new LuongAttention(3, 5, new Rng(0));
  tf.tidy(() => {
    expect(() => attention.attend(query(), keys(4))).toThrow(
      'LuongAttention(3, 5), keys: expected [2, time, 5], got [2, 4, 4]',
    );
  });
  dispose(attention);
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const attention = new LuongAttention(3, 5, new Rng(0));
    const [q, k] = [query(), keys(5)];
    const { context, weights } = attention.attend(q, k);
    tf.dispose([context, weights, q, k]);
    dispose(attention);
  });
});
