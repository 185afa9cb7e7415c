import fc from 'fast-check';
import { correlation } from 'lineage';

test('known values', () => {
  expect(correlation([1, 2, 3], [5, 7, 9])).toBeCloseTo(1, 12);
  expect(correlation([1, 2, 3], [9, 7, 5])).toBeCloseTo(-1, 12);
  expect(correlation([1, 2, 3, 4], [1, -1, -1, 1])).toBeCloseTo(0, 12);
  // By hand: Σ dx dy = 13.75, Σ dx² = 8.75, Σ dy² = 28.75
  expect(correlation([1, 2, 3, 5], [1, 4, 2, 8])).toBeCloseTo(13.75 / Math.sqrt(8.75 * 28.75), 12);
  expect(correlation([1, 1], [1, 2])).toBeNaN();
});

test('is the same whatever the units, and either way round', () => {
  const number = fc.integer({ min: -100, max: 100 });
  const pairs = fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(pairs, fc.integer({ min: 1, max: 9 }), number, (all, factor, shift) => {
      const [x, y] = [all.map(([a]) => a), all.map(([, b]) => b)];
      const r = correlation(x, y);
      if (Number.isNaN(r)) return;
      expect(Math.abs(r)).toBeLessThan(1 + 1e-9);
      expect(correlation(y, x)).toBeCloseTo(r, 9);
      expect(
        correlation(
          x.map((value) => factor * value + shift),
          y,
        ),
      ).toBeCloseTo(r, 6);
    }),
  );
});

test.each([
  ['lists of two lengths', [1, 2], [1], 'got 2 values and 1 targets'],
  ['nothing', [], [], 'at least one, got 0'],
  ['NaN', [1, Number.NaN], [1, 2], 'correlation: expected finite numbers, got others'],
])('%s is refused', (_, x, y, message) => {
  expect(() => correlation(x, y)).toThrow(message);
});
