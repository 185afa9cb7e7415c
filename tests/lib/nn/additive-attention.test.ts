import * as tf from '@tensorflow/tfjs';
import { AdditiveAttention, dispose, normal, parameters, Rng } from 'lineage';
import { expectNoLeak } from '../../leaks';

let attention: AdditiveAttention;
beforeAll(() => {
  attention = new AdditiveAttention(3, 4, 5, new Rng(0));
});
afterAll(() => dispose(attention));

const query = () => normal<tf.Rank.R2>([2, 3], 1, new Rng(1));
const keys = () => normal<tf.Rank.R3>([2, 6, 4], 1, new Rng(2));

test('weights sum to 1, and hidden keys get exactly 0', () => {
  tf.tidy(() => {
    const hide = [0, 0, 0, -1e9, -1e9, -1e9];
    const mask = tf.tensor2d([hide, [0, 0, 0, 0, 0, 0]]);
    const { weights } = attention.attend(query(), keys(), { mask });
    for (const sum of weights.sum(1).dataSync()) expect(sum).toBeCloseTo(1, 6);
    expect([...weights.slice([0, 3], [1, 3]).dataSync()]).toEqual([0, 0, 0]);
  });
});

test('the order of the keys does not matter to what is found', () => {
  tf.tidy(() => {
    const there = attention.attend(query(), keys());
    const back = attention.attend(query(), keys().reverse(1));
    expect(back.context.sub(there.context).abs().max().dataSync()[0]).toBeLessThan(1e-6);
    expect(back.weights.reverse(1).sub(there.weights).abs().max().dataSync()[0]).toBeLessThan(1e-6);
  });
});

test('keys projected beforehand give the same', () => {
  tf.tidy(() => {
    const projected = attention.project(keys());
    expect(attention.attend(query(), keys(), { projected }).context.dataSync()).toEqual(
      attention.attend(query(), keys()).context.dataSync(),
    );
  });
});

test('shows three parameters', () => {
  expect(Object.entries(parameters(attention)).map(([path, { shape }]) => [path, shape])).toEqual([
    ['query.weight', [3, 5]],
    ['key.weight', [4, 5]],
    ['score', [5]],
  ]);
});

test('says which shape it expected and which it got', () => {
  tf.tidy(() => {
    expect(() => attention.attend(tf.zeros([2, 9]), keys())).toThrow(
      'AdditiveAttention(3, 4), query: expected [batch, 3], got [2, 9]',
    );
    expect(() => attention.attend(tf.zeros([1, 3]), keys())).toThrow(
      'AdditiveAttention(3, 4), keys: expected [1, time, 4], got [2, 6, 4]',
    );
    expect(() => attention.attend(query(), keys(), { mask: tf.zeros([2, 5]) })).toThrow(
      'AdditiveAttention(3, 4), mask: expected [2, 6], got [2, 5]',
    );
  });
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const [q, k] = [query(), keys()];
    const { value, grads } = tf.variableGrads(
      () => attention.attend(q, k).context.square().sum(),
      Object.values(parameters(attention)),
    );
    tf.dispose([q, k, value, grads]);
  });
});
