import * as tf from '@tensorflow/tfjs';
import { dropout, Rng } from 'lineage';
import { expectNoLeak } from '../../leaks';

const n = 100_000;

function dropped(rate: number, rng: Rng): Float32Array {
  return tf.tidy(() => dropout(tf.ones([n]), rate, rng).dataSync() as Float32Array);
}

test.each([0.1, 0.2, 0.5, 0.9])('dropout at %d drops that share and keeps the mean', (rate) => {
  const values = dropped(rate, new Rng(3));
  const kept = Math.fround(1 / (1 - rate));
  expect(new Set(values)).toEqual(new Set([0, kept]));
  const share = values.filter((value) => value === 0).length / n;
  // Four standard errors of a share of n coins; the mean's are 1/(1 − rate) times those.
  const error = 4 * Math.sqrt((rate * (1 - rate)) / n);
  expect(Math.abs(share - rate)).toBeLessThan(error);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  expect(Math.abs(mean - 1)).toBeLessThan(error / (1 - rate));
});

test('dropout is the same for the same seed, another at the next call', () => {
  const rng = new Rng(5);
  const first = dropped(0.5, rng);
  expect(dropped(0.5, rng)).not.toEqual(first);
  expect(dropped(0.5, new Rng(5))).toEqual(first);
});

test('dropout lets a gradient through exactly where it lets the number through', () => {
  tf.tidy(() => {
    const x = tf.ones([1000]);
    const y = dropout(x, 0.3, new Rng(1)).dataSync();
    const gradient = tf
      .grad((x) => dropout(x, 0.3, new Rng(1)).sum())(x)
      .dataSync();
    expect(gradient).toEqual(y);
  });
});

test('dropout at 0 changes nothing and draws nothing', () => {
  const rng = new Rng(5);
  expect(new Set(dropped(0, rng))).toEqual(new Set([1]));
  expect(rng.state).toEqual(new Rng(5).state);
});

test.each([1, -0.1, Number.NaN])('dropout refuses a rate of %d', (rate) => {
  tf.tidy(() =>
    expect(() => dropout(tf.ones([2]), rate, new Rng(0))).toThrow(
      `dropout: expected a rate of at least 0 and below 1, got ${rate}`,
    ),
  );
});

test('dropout leaks nothing', () => {
  const x = tf.ones([4, 4]);
  expectNoLeak(() => tf.dispose([dropout(x, 0.5, new Rng(0)), dropout(x, 0, new Rng(0))]));
  x.dispose();
});
