import * as fc from 'fast-check';
import { entropy, logLikelihood, maximumLikelihood } from 'lineage';
import { distribution } from './distributions';

const counted = fc
  .array(fc.nat(50), { minLength: 3, maxLength: 3 })
  .filter((counts) => counts.some((count) => count > 0));

test('is the logarithm of the product of what each observation was given', () => {
  expect(logLikelihood([7, 3], [0.5, 0.5])).toBeCloseTo(10 * Math.log(0.5), 12);
  expect(logLikelihood([2, 1, 0], [0.2, 0.3, 0.5])).toBeCloseTo(Math.log(0.2 * 0.2 * 0.3), 12);
  expect(logLikelihood([4], [1])).toBe(0);
});

test('is −Infinity where something happened that was impossible; what never happened may be impossible', () => {
  expect(logLikelihood([7, 3], [1, 0])).toBe(-Infinity);
  expect(logLikelihood([7, 0], [1, 0])).toBe(0);
});

test('maximumLikelihood gives the shares: of one outcome 1, of equal counts equal ones', () => {
  expect(maximumLikelihood([7, 3])).toEqual([0.7, 0.3]);
  expect(maximumLikelihood([5])).toEqual([1]);
  expect(maximumLikelihood([2, 2, 2, 2])).toEqual([0.25, 0.25, 0.25, 0.25]);
  expect(maximumLikelihood([0, 3])).toEqual([0, 1]);
});

test('no probabilities find the counts likelier than their shares', () => {
  fc.assert(
    fc.property(counted, distribution(3), (counts, other) => {
      const best = logLikelihood(counts, maximumLikelihood(counts));
      expect(best).toBeGreaterThanOrEqual(logLikelihood(counts, other) - 1e-9);
    }),
  );
});

test('at its maximum it is minus the entropy of the shares, times the number of observations', () => {
  fc.assert(
    fc.property(counted, (counts) => {
      const n = counts.reduce((sum, count) => sum + count, 0);
      const shares = maximumLikelihood(counts);
      expect(logLikelihood(counts, shares)).toBeCloseTo(-n * entropy(shares), 8);
    }),
  );
});

test.each<[() => unknown, string]>([
  [() => logLikelihood([7, 3], [1]), 'logLikelihood: expected one probability per count, got 1 for 2'],
  [
    () => logLikelihood([7, 3], [0.7, 0.2]),
    'logLikelihood: expected probabilities that add up to 1, got 0.9. Divide each by the sum.',
  ],
  [
    () => logLikelihood([7, 3], [0.7, Number.NaN]),
    'logLikelihood: expected probabilities 0 … 1, got NaN at position 1',
  ],
  [
    () => logLikelihood([0, 0], [0.5, 0.5]),
    'logLikelihood: expected at least one observation, got counts [0, 0]',
  ],
  [() => logLikelihood([], []), 'logLikelihood: expected at least one observation, got counts []'],
  [
    () => maximumLikelihood([3, -1]),
    'maximumLikelihood: expected counts of at least 0, got -1 at position 1',
  ],
  [
    () => maximumLikelihood([3, Number.NaN]),
    'maximumLikelihood: expected counts of at least 0, got NaN at position 1',
  ],
  [
    () => maximumLikelihood([Infinity]),
    'maximumLikelihood: expected counts of at least 0, got Infinity at position 0',
  ],
  [() => maximumLikelihood([]), 'maximumLikelihood: expected at least one observation, got counts []'],
])('bad input is refused by name: %#', (work, message) => {
  expect(work).toThrow(message);
});
