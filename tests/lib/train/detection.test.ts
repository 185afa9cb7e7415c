import fc from 'fast-check';
import { detection } from 'lineage';

test('the figures of a filter that catches 8 of 10 and blocks 1 of 20', () => {
  const { accuracy, caught, falseAlarms, correlation } = detection([
    [19, 1],
    [2, 8],
  ]);
  expect(accuracy).toBeCloseTo(27 / 30, 12);
  expect(caught).toBe(0.8);
  expect(falseAlarms).toBe(0.05);
  expect(correlation).toBeCloseTo((8 * 19 - 1 * 2) / Math.sqrt(9 * 10 * 20 * 21), 12);
});

test('correlation is 1 if all is right, −1 if all is wrong, 0 if it never rings', () => {
  const of = (...counts: number[][]) => detection(counts).correlation;
  expect(of([5, 0], [0, 3])).toBe(1);
  expect(of([0, 5], [3, 0])).toBe(-1);
  expect(of([5, 0], [3, 0])).toBe(0);
});

test('correlation stays in −1 … 1 and changes its sign with the answers', () => {
  const count = fc.integer({ min: 1, max: 1000 });
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      const { correlation } = detection([
        [a, b],
        [c, d],
      ]);
      expect(Math.abs(correlation)).toBeLessThanOrEqual(1 + 1e-12);
      expect(
        detection([
          [b, a],
          [d, c],
        ]).correlation,
      ).toBeCloseTo(-correlation, 12);
    }),
  );
});

test('refuses other matrices and a test without one of the classes', () => {
  expect(() => detection([[1]])).toThrow('detection: expected counts of 2 × 2, got [[1]]');
  expect(() =>
    detection([
      [3, 0],
      [0, 0],
    ]),
  ).toThrow('detection: expected examples of both classes, got 3 and 0');
});
