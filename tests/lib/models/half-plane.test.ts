import * as fc from 'fast-check';
import { halfPlane } from 'lineage/models';

/** The shoelace formula: the area of a polygon from its corners. */
function area(corners: readonly { x1: number; x2: number }[]): number {
  const doubled = corners.reduce((sum, { x1, x2 }, index) => {
    const next = corners[(index + 1) % corners.length];
    return sum + x1 * next.x2 - next.x1 * x2;
  }, 0);
  return doubled / 2;
}

test('the half that says yes, by hand', () => {
  expect(halfPlane([1, 0], -0.5, [0, 1])).toEqual([
    { x1: 0.5, x2: 0 },
    { x1: 1, x2: 0 },
    { x1: 1, x2: 1 },
    { x1: 0.5, x2: 1 },
  ]);
  expect(halfPlane([0, 0], 1, [0, 1])).toHaveLength(4);
  expect(halfPlane([0, 0], 0, [0, 1])).toEqual([]);
  expect(halfPlane([1, 1], -9, [0, 1])).toEqual([]);
});

test('a unit and the one with all signs turned share the window between them', () => {
  const weight = fc.double({ min: -3, max: 3, noNaN: true });
  fc.assert(
    fc.property(weight, weight, weight, (w1, w2, bias) => {
      fc.pre(Math.hypot(w1, w2) > 1e-3);
      const yes = area(halfPlane([w1, w2], bias, [-1, 1]));
      const no = area(halfPlane([-w1, -w2], -bias, [-1, 1]));
      expect(yes + no).toBeCloseTo(4, 9);
      expect(Math.min(yes, no)).toBeGreaterThanOrEqual(-1e-12);
    }),
  );
});

test('another number of weights is refused', () => {
  expect(() => halfPlane([1], 0, [0, 1])).toThrow('halfPlane: expected 2 weights, got 1');
});
