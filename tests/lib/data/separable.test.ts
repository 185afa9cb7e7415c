import * as fc from 'fast-check';
import { Rng, separable } from 'lineage';

test('every point keeps the margin on its own side, both classes occur, the same seed gives the same points', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 2, max: 40 }), (seed, size) => {
      const set = separable({ size, margin: 0.1 }, new Rng(seed));
      expect(Math.hypot(...set.weights, set.bias)).toBeCloseTo(1, 12);
      for (const [index, [x1, x2]] of set.examples.inputs.entries())
        expect(
          (2 * set.examples.targets[index] - 1) * (set.weights[0] * x1 + set.weights[1] * x2 + set.bias),
        ).toBeGreaterThanOrEqual(0.1);
      expect(new Set(set.examples.targets).size).toBe(2);
      expect(separable({ size, margin: 0.1 }, new Rng(seed))).toEqual(set);
    }),
  );
});

test('a size or margin that cannot be had is refused', () => {
  expect(() => separable({ size: 1, margin: 0.1 }, new Rng(0))).toThrow(
    'separable: expected a whole number of points of at least 2, got 1',
  );
  expect(() => separable({ size: 5, margin: 2 }, new Rng(0))).toThrow(
    'separable: expected a margin above 0 and at most 0.5, got 2',
  );
});
