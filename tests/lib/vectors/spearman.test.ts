import fc from 'fast-check';
import { similarityScore, spearman, WordVectors } from 'lineage';

test('known values', () => {
  expect(spearman([1, 2, 3, 4], [10, 20, 30, 90])).toBe(1);
  expect(spearman([1, 2, 3, 4], [4, 3, 2, 1])).toBe(-1);
  // Spearman's d² on ranks without ties: 1 − 6 Σ d² / (n (n² − 1)), Σ d² = 2
  expect(spearman([1, 2, 3, 4, 5], [2, 1, 3, 4, 5])).toBeCloseTo(1 - 12 / 120, 12);
  // scipy.stats.spearmanr([1, 2, 2, 4], [3, 1, 4, 4])
  expect(spearman([1, 2, 2, 4], [3, 1, 4, 4])).toBeCloseTo(0.5, 12);
  expect(spearman([1, 1, 1], [1, 2, 3])).toBeNaN();
});

test('with ties it is the correlation corrected for them, by Kendall’s formula', () => {
  const values = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), {
    minLength: 2,
    maxLength: 20,
  });
  fc.assert(
    fc.property(values, (pairs) => {
      const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
      const n = pairs.length;
      const rank = (all: number[], value: number) =>
        all.filter((other) => other < value).length + (all.filter((other) => other === value).length + 1) / 2;
      const ties = (all: number[]) =>
        [...new Set(all)].reduce((sum, value) => {
          const t = all.filter((other) => other === value).length;
          return sum + (t ** 3 - t) / 12;
        }, 0);
      const squares = pairs.reduce((sum, [a, b]) => sum + (rank(x, a) - rank(y, b)) ** 2, 0);
      const [sx, sy] = [x, y].map((all) => (n ** 3 - n) / 12 - ties(all));
      const expected = (sx + sy - squares) / (2 * Math.sqrt(sx * sy));
      if (sx === 0 || sy === 0) expect(spearman(x, y)).toBeNaN();
      else expect(spearman(x, y)).toBeCloseTo(expected, 10);
    }),
  );
});

test('a score counts the pairs that are known', () => {
  const vectors = new WordVectors(['a', 'b', 'c'], [1, 0, 1, 1, 0, 1]);
  const pair = (first: string, second: string, rating: number) => ({ first, second, rating });
  const pairs = [pair('a', 'b', 9), pair('a', 'c', 1), pair('b', 'c', 8), pair('a', 'x', 5)];
  expect(similarityScore(vectors, pairs)).toMatchObject({ asked: 3, total: 4 });
  expect(similarityScore(vectors, pairs).spearman).toBeCloseTo(0.866, 2);
  expect(similarityScore(vectors, [pair('a', 'x', 5)])).toEqual({ spearman: NaN, asked: 0, total: 1 });
  expect(() => similarityScore(vectors, [])).toThrow('expected at least one pair, got none');
});

test.each([
  ['lists of two lengths', [1, 2], [1], 'got 2 values and 1 targets'],
  ['nothing', [], [], 'at least one, got 0'],
  ['one pair', [1], [1], 'expected at least two pairs of values, got 1'],
  ['NaN', [1, NaN], [1, 2], 'expected numbers, got NaN'],
])('%s is refused', (_, x, y, message) => {
  expect(() => spearman(x, y)).toThrow(message);
});
