import * as fc from 'fast-check';
import { median } from 'lineage';

const sample = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 20 });
const absolute = (values: readonly number[], c: number) =>
  values.reduce((sum, value) => sum + Math.abs(value - c), 0);

test('is the middle one, or the midpoint of two; that of one value, and of equal ones, is the value', () => {
  expect(median([22, 3, 5, 4, 6])).toBe(5);
  expect(median([10, 1, 3, 2])).toBe(2.5);
  expect(median([-2.5])).toBe(-2.5);
  expect(median([4, 4, 4, 4])).toBe(4);
  expect(median([1e308, 1e308])).toBe(1e308);
});

test('sorts numbers as numbers, and leaves the sample as it was', () => {
  const values = [10, 9, 100];
  expect(median(values)).toBe(10);
  expect(values).toEqual([10, 9, 100]);
});

test('no other number has a smaller absolute error', () => {
  fc.assert(
    fc.property(sample, fc.double({ min: -2e3, max: 2e3, noNaN: true }), (values, other) => {
      expect(absolute(values, median(values))).toBeLessThanOrEqual(absolute(values, other) + 1e-9);
    }),
  );
});

test('however far the largest number moves out, the median stays', () => {
  fc.assert(
    fc.property(fc.double({ min: 6, max: 1e300, noNaN: true }), (outlier) => {
      expect(median([3, 4, 5, 6, outlier])).toBe(5);
    }),
  );
});

test('an empty sample, and numbers that are not finite, are refused', () => {
  expect(() => median([])).toThrow('median: expected at least one number, got none');
  expect(() => median([1, Number.NaN])).toThrow('median: expected finite numbers, got NaN at position 1');
});
