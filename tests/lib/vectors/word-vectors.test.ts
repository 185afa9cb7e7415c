import fc from 'fast-check';
import { neighbours, sharedNeighbours, WordVectors } from 'lineage';

const small = new WordVectors(['east', 'north', 'up', 'nowhere'], [2, 0, 0, 3, 1, 4, 0, 0]);

test('vectors, directions and cosines', () => {
  expect([...small.vector('north')]).toEqual([0, 3]);
  expect([...small.direction('north')]).toEqual([0, 1]);
  expect(small.cosine('east', 'north')).toBe(0);
  expect(small.cosine('up', 'north')).toBeCloseTo(4 / Math.sqrt(17), 6);
  expect(small.cosine('nowhere', 'north')).toBe(0);
  expect(small.has('east') && !small.has('west')).toBe(true);
  expect(small.of(['up', 'east']).words).toEqual(['up', 'east']);
  expect([...small.of(['up']).values]).toEqual([1, 4]);
});

test('what is given is copied', () => {
  const values = Float32Array.of(1, 2);
  const vectors = new WordVectors(['a', 'b'], values);
  values[0] = 9;
  vectors.vector('a')[0] = 9;
  expect(vectors.vector('a')[0]).toBe(1);
});

test('neighbours are the nearest first, without the word itself', () => {
  expect(neighbours(small, 'north', 2).map(({ word }) => word)).toEqual(['up', 'east']);
  expect(neighbours(small, 'north', 99)).toHaveLength(3);
  const table = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 40 }), (rows, count) => {
      const words = ['itself', ...rows.map((_, index) => `w${index}`)];
      const vectors = new WordVectors(words, [1, 2, 3, ...rows.flat()]);
      const found = neighbours(vectors, 'itself', count);
      expect(found).toHaveLength(Math.min(count, rows.length));
      expect(found.some(({ word }) => word === 'itself')).toBe(false);
      const cosines = found.map(({ cosine }) => cosine);
      expect(cosines).toEqual([...cosines].sort((a, b) => b - a));
      const left = words.filter((word) => word !== 'itself' && !found.some((near) => near.word === word));
      for (const word of left)
        expect(vectors.cosine('itself', word)).toBeLessThanOrEqual(cosines[cosines.length - 1] + 1e-6);
    }),
  );
});

test('two spaces that are turned against each other share all neighbours; others share fewer', () => {
  const turned = new WordVectors(small.words, [0, 2, -3, 0, -4, 1, 0, 0]);
  expect(sharedNeighbours(small, turned, ['east', 'north'], 2)).toBe(1);
  const other = new WordVectors(small.words, [2, 0, 0, 3, 4, -9, 1, 1]);
  expect(sharedNeighbours(small, other, ['north'], 1)).toBe(0);
  expect(() => sharedNeighbours(small, other, [], 1)).toThrow('expected at least one word, got none');
});

test.each([
  ['an unknown word', () => small.vector('nort'), '"nort" is not among the 4 words. Closest: north'],
  ['a word twice', () => new WordVectors(['a', 'a'], [1, 2]), 'expected each word once, got "a" twice'],
  ['no word', () => new WordVectors([], []), 'at least one word and as many numbers for each, got 0 words'],
  ['a row that is short', () => new WordVectors(['a', 'b'], [1, 2, 3]), 'got 2 words and 3 numbers'],
  [
    'NaN',
    () => new WordVectors(['a', 'b'], [1, NaN]),
    'expected finite numbers, got NaN in the vector of "b"',
  ],
  ['no neighbour', () => neighbours(small, 'up', 0), 'neighbours of at least 1, got 0'],
  ['zeros', () => neighbours(small, 'nowhere', 1), 'that points somewhere, "nowhere" has zeros'],
  ['another size', () => small.cosines([1, 2, 3]), 'expected 2 numbers, got 3'],
])('%s is refused', (_, call, message) => {
  expect(call).toThrow(message);
});

test('a vocabulary of one has no neighbours', () => {
  expect(neighbours(new WordVectors(['a'], [1, 2]), 'a', 3)).toEqual([]);
});
