import fc from 'fast-check';
import { SparseVector } from 'lineage';

const size = 12;
const number = fc.oneof(fc.constant(0), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
const vector = fc.array(number, { minLength: size, maxLength: size });
const length = (a: readonly number[]) => Math.hypot(...a);

test('keeps what is not 0, in order', () => {
  const sparse = SparseVector.of(9, [
    [7, 2],
    [3, 1],
    [5, 0],
  ]);
  expect([...sparse.indices]).toEqual([3, 7]);
  expect([...sparse.values]).toEqual([1, 2]);
  expect([...sparse.toDense()]).toEqual([0, 0, 0, 1, 0, 0, 0, 2, 0]);
  expect(SparseVector.from(sparse.toDense())).toEqual(sparse);
});

test('dot, norm and scale are those of the vectors written out', () => {
  fc.assert(
    fc.property(vector, vector, fc.double({ min: -100, max: 100, noNaN: true }), (a, b, factor) => {
      const [sparseA, sparseB] = [a, b].map((dense) => SparseVector.from(dense));
      const near = 1e-12 * (1 + length(a) * length(b));
      const dot = a.reduce((sum, value, index) => sum + value * b[index], 0);
      expect(Math.abs(sparseA.dot(sparseB) - dot)).toBeLessThanOrEqual(near);
      expect(Math.abs(sparseA.norm() - length(a))).toBeLessThanOrEqual(1e-12 * (1 + length(a)));
      const scaled = sparseA.scale(factor).toDense();
      a.forEach((value, index) => {
        expect(scaled[index] === value * factor).toBe(true);
      });
    }),
  );
});

test('a cosine lies in −1 … 1, is the same both ways, and 1 with itself', () => {
  fc.assert(
    fc.property(vector, vector, (a, b) => {
      const [sparseA, sparseB] = [a, b].map((dense) => SparseVector.from(dense));
      const cosine = sparseA.cosine(sparseB);
      expect(Math.abs(cosine)).toBeLessThanOrEqual(1);
      expect(sparseB.cosine(sparseA)).toBe(cosine);
      if (sparseA.norm() > 0) expect(sparseA.cosine(sparseA)).toBeCloseTo(1, 12);
    }),
  );
});

test('a cosine does not depend on lengths, however small or large', () => {
  const [a, b] = [SparseVector.from([3, 4, 0]), SparseVector.from([4, 3, 0])];
  expect(a.cosine(b)).toBeCloseTo(24 / 25, 12);
  for (const factor of [1e-300, 1e-200, 1e200]) expect(a.scale(factor).cosine(b)).toBeCloseTo(24 / 25, 12);
  expect(a.scale(1e200).norm()).toBeCloseTo(5e200, -190);
});

test('zeros have no direction: their cosine is 0, their unit vector is zeros', () => {
  const zeros = SparseVector.of(3, []);
  expect(zeros.norm()).toBe(0);
  expect(zeros.unit()).toEqual(zeros);
  expect(zeros.cosine(SparseVector.from([1, 2, 3]))).toBe(0);
  expect(zeros.cosine(zeros)).toBe(0);
});

test.each([
  [() => SparseVector.of(0, []), 'SparseVector: expected a whole number of numbers of at least 1, got 0'],
  [() => SparseVector.of(3, [[3, 1]]), 'SparseVector: expected ascending indices of 0–2, got 3 at entry 0'],
  [
    () => new SparseVector(3, Int32Array.of(1, 1), Float64Array.of(1, 1)),
    'SparseVector: expected ascending indices of 0–2, got 1 at entry 1',
  ],
  [
    () => new SparseVector(3, Int32Array.of(1), Float64Array.of(0)),
    'SparseVector: expected finite values other than 0, got 0 at index 1',
  ],
  [
    () => SparseVector.from([0, NaN]),
    'SparseVector: expected finite values other than 0, got NaN at index 1',
  ],
  [
    () => new SparseVector(3, Int32Array.of(1), Float64Array.of(1, 2)),
    'SparseVector: expected a value per index, got 1 indices and 2 values',
  ],
  [
    () => SparseVector.from([1]).dot(SparseVector.from([1, 2])),
    'SparseVector.dot: expected 1 numbers, got 2. Were both made with one vocabulary?',
  ],
])('refuses what makes no sense: %#', (work, message) => {
  expect(work).toThrow(message);
});
