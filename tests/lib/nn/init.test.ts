import { type Init, init, Rng } from 'lineage';

const [inSize, outSize] = [300, 200];

test.each<[Init, number]>([
  ['lecun', 1 / inSize],
  ['xavier', 2 / (inSize + outSize)],
  ['he', 2 / inSize],
])('%s draws weights of mean 0 and variance %d', (how, variance) => {
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

test('zeros are zeros', () => {
  const weight = init('zeros', 3, 2, new Rng(1));
  expect(weight.dataSync()).toEqual(new Float32Array(6));
  weight.dispose();
});

test('an unknown start is refused with the known ones', () => {
  expect(() => init('glorot' as Init, 3, 2, new Rng(1))).toThrow(
    'init: expected one of lecun, xavier, he, zeros, got "glorot"',
  );
});
