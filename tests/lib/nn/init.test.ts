import * as tf from '@tensorflow/tfjs';
import { type Init, init, Rng } from 'lineage';

const [inSize, outSize] = [300, 200];

test.each<[Init, number]>([
  ['lecun', 1 / inSize],
  ['xavier', 2 / (inSize + outSize)],
  ['xavierUniform', 2 / (inSize + outSize)],
  ['he', 2 / inSize],
  ['heUniform', 2 / inSize],
  ['orthogonal', 1 / inSize],
  [{ deviation: 0.05 }, 0.05 ** 2],
])('%j draws weights of mean 0 and variance %d', (how, variance) => {
  const weight = init(how, inSize, outSize, new Rng(1));
  expect(weight.shape).toEqual([inSize, outSize]);
  const values = weight.dataSync<'float32'>();
  weight.dispose();
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const measured = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
  // Four standard errors: σ/√n of the mean, σ²√(2/n) of the variance.
  expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(variance / n));
  expect(Math.abs(measured - variance)).toBeLessThan(4 * variance * Math.sqrt(2 / n));
});

test.each<[Init, number]>([
  ['xavierUniform', Math.sqrt(6 / (inSize + outSize))],
  ['heUniform', Math.sqrt(6 / inSize)],
])('%s fills its interval evenly and keeps to it: ±%d', (how, bound) => {
  const weight = init(how, inSize, outSize, new Rng(2));
  const sizes = weight.abs();
  const values = sizes.dataSync<'float32'>();
  tf.dispose([weight, sizes]);
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  expect(largest).toBeLessThanOrEqual(bound * (1 + 1e-6));
  expect(largest).toBeGreaterThan(0.999 * bound);
  // A quarter of the numbers in each quarter of the bound; four standard errors.
  const inner = values.filter((value) => value < bound / 4).length / values.length;
  expect(Math.abs(inner - 1 / 4)).toBeLessThan(4 * Math.sqrt(3 / 16 / values.length));
});

test('zeros are zeros', () => {
  const weight = init('zeros', 3, 2, new Rng(1));
  expect(weight.dataSync()).toEqual(new Float32Array(6));
  weight.dispose();
});

test('an unknown start is refused with the known ones', () => {
  expect(() => init('glorot' as Init, 3, 2, new Rng(1))).toThrow(
    'init: expected one of lecun, xavier, xavierUniform, he, heUniform, orthogonal, zeros, got "glorot"',
  );
});
