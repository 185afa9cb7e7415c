import fc from 'fast-check';
import { perplexity } from 'lineage';

test('a model that knows nothing of V tokens chooses among V', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 1, max: 100 }), (V, tokens) => {
      expect(perplexity(Array(tokens).fill(-Math.log(V))) / V).toBeCloseTo(1, 9);
    }),
  );
});

test('is 1 where all was certain, infinite where something was impossible', () => {
  expect(perplexity([0, 0])).toBe(1);
  expect(perplexity([-1, -Infinity])).toBe(Infinity);
});

test('refuses no tokens and what is no logarithm of a probability', () => {
  expect(() => perplexity([])).toThrow('perplexity: expected at least one token, got none');
  expect(() => perplexity([-1, 0.5])).toThrow(
    'perplexity: expected the logarithms of probabilities, at most 0, got 0.5 at 1',
  );
  expect(() => perplexity([Number.NaN])).toThrow('got NaN at 0');
});
