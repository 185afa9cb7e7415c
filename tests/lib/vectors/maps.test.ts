import { pcaMap, Rng, umapMap, WordVectors, wordsByDocument } from 'lineage';

/** Two clumps in five dimensions. */
function clumps(count: number): WordVectors {
  const rng = new Rng(1);
  const words = Array.from({ length: count }, (_, index) => `w${index}`);
  return new WordVectors(
    words,
    words.flatMap((_, index) => [index % 2 === 0 ? 1 : -1, 1, 0, 0, 0].map((x) => x + rng.normal(0, 0.05))),
  );
}

test('PCA: clumps lie apart along the first axis, and the share shown is that of the spread', () => {
  const vectors = clumps(20);
  const { points, explained } = pcaMap(vectors);
  const sides = points.map(({ x }, index) => Math.sign(x) === Math.sign(points[index % 2].x));
  expect(sides.every(Boolean)).toBe(true);
  expect(explained).toBeGreaterThan(0.9);
  expect(explained).toBeLessThanOrEqual(1);
  expect(points.map(({ word }) => word)).toEqual(vectors.words);
});

test('PCA: flat vectors lose no distance', () => {
  const flat = new WordVectors(['a', 'b', 'c', 'd'], [1, 0, 0, 1, -1, 0, 0, -1]);
  const { points, explained } = pcaMap(flat);
  expect(explained).toBeCloseTo(1, 6);
  const distance = Math.hypot(points[0].x - points[1].x, points[0].y - points[1].y);
  expect(distance).toBeCloseTo(Math.SQRT2, 5);
  expect(Math.max(...points.map(({ x }) => Math.abs(x)))).toBe(Math.max(...points.map(({ x }) => x)));
});

test('UMAP: near words stay near, and the seed decides', () => {
  const vectors = clumps(40);
  const map = (seed: number) => umapMap(vectors, { neighbours: 5, rng: new Rng(seed) });
  const points = map(3);
  expect(map(3)).toEqual(points);
  expect(map(4)).not.toEqual(points);
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const distances = (same: boolean) =>
    points.flatMap((a, i) =>
      points.flatMap((b, j) =>
        i < j && (i % 2 === j % 2) === same ? [Math.hypot(a.x - b.x, a.y - b.y)] : [],
      ),
    );
  expect(mean(distances(false))).toBeGreaterThan(2 * mean(distances(true)));
});

test('words by document: the same documents make alike, TF-IDF as in its formula', () => {
  const documents = [['cat', 'purr', 'cat'], ['cat', 'purr'], ['ink']];
  const vectors = wordsByDocument(documents, ['cat', 'purr', 'ink', 'absent']);
  expect(vectors.cosine('cat', 'ink')).toBe(0);
  expect(vectors.cosine('cat', 'purr')).toBeCloseTo(3 / Math.sqrt(10), 5);
  expect(vectors.vector('cat')[0]).toBeCloseTo(2 * (Math.log(4 / 3) + 1), 5);
  expect([...vectors.vector('absent')]).toEqual([0, 0, 0]);
});

test.each([
  ['two words', () => pcaMap(new WordVectors(['a', 'b'], [1, 0, 0, 1])), 'at least 3 words of 2 numbers'],
  ['too few words', () => umapMap(clumps(5), { rng: new Rng(0) }), 'expected more than 15 words'],
  ['one neighbour', () => umapMap(clumps(5), { neighbours: 1, rng: new Rng(0) }), 'of at least 2, got 1'],
  ['no document', () => wordsByDocument([], ['a']), 'expected at least one document, got none'],
])('%s is refused', (_, call, message) => {
  expect(call).toThrow(message);
});
