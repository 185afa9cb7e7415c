import * as fc from 'fast-check';
import { mean } from 'lineage';

const sample = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 20 });
const squared = (values: readonly number[], c: number) =>
  values.reduce((sum, value) => sum + (value - c) ** 2, 0);

test('is the known one; that of one value, and of equal ones, is the value', () => {
  expect(mean([22, 3, 5, 4, 6])).toBe(8);
  expect(mean([-2.5])).toBe(-2.5);
  expect(mean([4, 4, 4, 4])).toBe(4);
  expect(mean([1e308, 1e308])).toBe(1e308);
});

test('no other number has a smaller squared error', () => {
  fc.assert(
    fc.property(sample, fc.double({ min: -2e3, max: 2e3, noNaN: true }), (values, other) => {
      expect(squared(values, mean(values))).toBeLessThanOrEqual(squared(values, other) * (1 + 1e-9) + 1e-6);
    }),
  );
});

test('an empty sample, and numbers that are not finite, are refused', () => {
  expect(() => mean([])).toThrow('mean: expected at least one number, got none');
  expect(() => mean([1, Number.NaN])).toThrow('mean: expected finite numbers, got NaN at position 1');
  expect(() => mean([Infinity])).toThrow('mean: expected finite numbers, got Infinity at position 0');
});
