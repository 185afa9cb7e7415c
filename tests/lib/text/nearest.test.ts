import { nearest, SparseVector } from 'lineage';

const vectors = [
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
  [2, 2],
].map((dense) => SparseVector.from(dense));

test('the smallest angle first, equal ones in the order given', () => {
  const found = nearest(SparseVector.from([3, 3]), vectors, 4);
  expect(found.map(({ index }) => index)).toEqual([1, 4, 0, 2]);
  expect(found[0].cosine).toBeCloseTo(1, 12);
  expect(found[2].cosine).toBeCloseTo(Math.SQRT1_2, 12);
});

test('none, or all where fewer are asked for than there are', () => {
  expect(nearest(vectors[0], vectors, 0)).toEqual([]);
  expect(nearest(vectors[0], vectors, 99)).toHaveLength(5);
  expect(nearest(vectors[0], [], 3)).toEqual([]);
});

test('a query of zeros is like nothing', () => {
  expect(nearest(vectors[3], vectors, 9).every(({ cosine }) => cosine === 0)).toBe(true);
});

test('refuses a number that is none', () => {
  expect(() => nearest(vectors[0], vectors, -1)).toThrow(
    'nearest: expected a whole number of neighbours of at least 0, got -1',
  );
});
