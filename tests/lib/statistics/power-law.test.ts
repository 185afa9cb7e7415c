import * as fc from 'fast-check';
import { powerLaw } from 'lineage';

test('finds the law that the points follow exactly', () => {
  const x = [1, 2, 4, 8];
  const { factor, exponent, error } = powerLaw(
    x,
    x.map((each) => 3 * each ** 2),
  );
  expect(factor).toBeCloseTo(3, 12);
  expect(exponent).toBeCloseTo(2, 12);
  expect(error).toBeCloseTo(0, 6);
});

test('exponent and error are those of the least-squares line through the logarithms', () => {
  // u = 0, 1, 2, 3 and v = 0, 1, 1, 3; by hand: b = 0.9, Σ r² = 0.7, s² = 0.35, error = √(0.35 / 5)
  const [x, y] = [
    [0, 1, 2, 3],
    [0, 1, 1, 3],
  ].map((logs) => logs.map((log) => Math.exp(log)));
  const { factor, exponent, error } = powerLaw(x, y);
  expect(exponent).toBeCloseTo(0.9, 12);
  expect(Math.log(factor)).toBeCloseTo(-0.1, 12);
  expect(error).toBeCloseTo(Math.sqrt(0.07), 12);
});

test('units change the factor alone', () => {
  const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
  const points = fc.array(positive, { minLength: 4, maxLength: 8 });
  fc.assert(
    fc.property(points, fc.double({ min: 0.1, max: 10, noNaN: true }), (y, unit) => {
      const x = y.map((_, index) => 2 ** index);
      const [one, other] = [
        powerLaw(x, y),
        powerLaw(
          x,
          y.map((each) => unit * each),
        ),
      ];
      expect(other.exponent).toBeCloseTo(one.exponent, 8);
      expect(other.error).toBeCloseTo(one.error, 8);
      expect(other.factor / (unit * one.factor)).toBeCloseTo(1, 8);
    }),
  );
});

test('refuses what has no power law', () => {
  expect(() => powerLaw([1, 2], [1, 2])).toThrow(
    'powerLaw: expected at least three points, got 2: two leave no scatter to judge by',
  );
  expect(() => powerLaw([1, 2, 3], [1, 2])).toThrow('powerLaw: expected one y per x, got 2 for 3');
  expect(() => powerLaw([1, 2, 3], [1, 0, 2])).toThrow('powerLaw: expected y above 0, got 0 at position 1');
  expect(() => powerLaw([0, 2, 3], [1, 1, 2])).toThrow('powerLaw: expected x above 0, got 0 at position 0');
  expect(() => powerLaw([1, 2, 3], [1, Number.NaN, 2])).toThrow(
    'powerLaw, y: expected finite numbers, got NaN at position 1',
  );
  expect(() => powerLaw([2, 2, 2], [1, 2, 3])).toThrow('powerLaw: expected different x, got 2 only');
});
