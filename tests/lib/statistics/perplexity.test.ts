import * as fc from 'fast-check';
import { perplexity } from 'lineage';

const logs = (...probabilities: number[]) => probabilities.map(Math.log);

test('is V for a guess among V, 1 for what is certain, infinite for what was impossible', () => {
  expect(perplexity(logs(1 / 65, 1 / 65, 1 / 65))).toBeCloseTo(65, 10);
  expect(perplexity(logs(1, 1))).toBe(1);
  expect(perplexity(logs(0.5, 0.125))).toBeCloseTo(4, 12);
  expect(perplexity(logs(0.5, 0))).toBe(Infinity);
  expect(perplexity(Float32Array.of(-1))).toBeCloseTo(Math.E, 12);
});

test('a text said twice is as perplexing as once, and it is the geometric mean of 1/p', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 }),
      (p) => {
        const once = perplexity(logs(...p));
        expect(perplexity(logs(...p, ...p)) / once).toBeCloseTo(1, 9);
        const product = p.reduce((all, probability) => all * probability, 1);
        expect(product ** (-1 / p.length) / once).toBeCloseTo(1, 9);
      },
    ),
  );
});

test('nothing, NaN and what is no log-probability are refused', () => {
  expect(() => perplexity([])).toThrow('perplexity: expected at least one log-probability, got none');
  expect(() => perplexity([-1, Number.NaN])).toThrow('at most 0, got NaN at position 1');
  expect(() => perplexity([0.5])).toThrow(
    'perplexity: expected log-probabilities of at most 0, got 0.5 at position 0. Take the logarithm of the probabilities first.',
  );
});
