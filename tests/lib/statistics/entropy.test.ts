import * as fc from 'fast-check';
import { entropy } from 'lineage';
import { distribution } from './distributions';

test('is ln 2 for a fair coin, 0 for a certain outcome, and Shannon’s 1.75 bits for ½, ¼, ⅛, ⅛', () => {
  expect(entropy([0.5, 0.5])).toBeCloseTo(Math.LN2, 15);
  expect(entropy([0, 1, 0])).toBe(0);
  expect(entropy([1])).toBe(0);
  expect(entropy([1 / 2, 1 / 4, 1 / 8, 1 / 8]) / Math.LN2).toBeCloseTo(1.75, 12);
});

test('is at least 0 and at most ln n, in whatever order the outcomes stand', () => {
  fc.assert(
    fc.property(distribution(), (p) => {
      expect(entropy(p)).toBeGreaterThanOrEqual(0);
      expect(entropy(p)).toBeLessThanOrEqual(Math.log(p.length) + 1e-12);
      expect(entropy([...p].reverse())).toBeCloseTo(entropy(p), 12);
    }),
  );
});

test.each([
  [[], 'expected at least one probability, got none'],
  [[0.5, 0.4], 'expected probabilities that add up to 1, got 0.9. Divide each by the sum.'],
  [[1.5, -0.5], 'expected probabilities 0 … 1, got 1.5 at position 0'],
  [[0.5, Number.NaN], 'expected probabilities 0 … 1, got NaN at position 1'],
])('%j is no distribution', (p, message) => {
  expect(() => entropy(p)).toThrow(`entropy: ${message}`);
});
