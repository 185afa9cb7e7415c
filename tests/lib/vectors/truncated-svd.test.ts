import fc from 'fast-check';
import { cooccurrences, countVectors, ppmi, Rng, type SparseMatrix, truncatedSvd } from 'lineage';
import { Matrix, SVD } from 'ml-matrix';

function sparse(dense: readonly (readonly number[])[]): SparseMatrix {
  const entries = dense.map((row) =>
    row.flatMap((value, column) => (value === 0 ? [] : [{ column, value }])),
  );
  const starts = [0];
  for (const row of entries) starts.push(starts[starts.length - 1] + row.length);
  return {
    rows: dense.length,
    columns: dense[0].length,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(entries.flat(), ({ column }) => column),
    values: Float64Array.from(entries.flat(), ({ value }) => value),
  };
}

function toDense({ rows, columns, starts, indices, values }: SparseMatrix): number[][] {
  const dense = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  for (let row = 0; row < rows; row++)
    for (let entry = starts[row]; entry < starts[row + 1]; entry++)
      dense[row][indices[entry]] = values[entry];
  return dense;
}

test('agrees with an exact SVD, in singular values and in the space of the vectors', () => {
  const rng = new Rng(3);
  const dense = Array.from({ length: 40 }, () =>
    Array.from({ length: 30 }, (_, column) => (rng.uniform() < 0.4 ? rng.normal() * 0.8 ** column : 0)),
  );
  const { u, sigma } = truncatedSvd(sparse(dense), 6, new Rng(1));
  const exact = new SVD(new Matrix(dense), { autoTranspose: true });
  for (let k = 0; k < 6; k++) {
    expect(sigma[k]).toBeCloseTo(exact.diagonal[k], 6);
    const overlap = dense.reduce(
      (sum, _, row) => sum + u[row * 6 + k] * exact.leftSingularVectors.get(row, k),
      0,
    );
    expect(Math.abs(overlap)).toBeCloseTo(1, 5);
  }
});

test('orthonormal vectors and falling singular values; the right singular values of a matrix of low rank', () => {
  const numbers = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(numbers, (values) => {
      // rank 2: the outer products of two pairs
      const dense = Array.from({ length: 5 }, (_, i) =>
        Array.from({ length: 5 }, (_, j) => values[i] * values[5 + j] + values[10 + i] * values[15 + j]),
      );
      const { u, sigma } = truncatedSvd(sparse(dense), 3, new Rng(2));
      const squares = dense.flat().reduce((sum, value) => sum + value ** 2, 0);
      expect(sigma[0] ** 2 + sigma[1] ** 2).toBeCloseTo(squares, 5);
      expect([...sigma]).toEqual([...sigma].sort((a, b) => b - a));
      for (let k = 0; k < 2; k++) {
        const length = dense.reduce((sum, _, row) => sum + u[row * 3 + k] ** 2, 0);
        if (sigma[k] > 1e-3) expect(length).toBeCloseTo(1, 5);
      }
    }),
    { numRuns: 50 },
  );
});

test('words that stand together are counted, near ones more', () => {
  const counts = toDense(cooccurrences([[0, 1, 2], [2, 0], []], 4, 2));
  expect(counts).toEqual([
    [0, 1, 1.5, 0],
    [1, 0, 1, 0],
    [1.5, 1, 0, 0],
    [0, 0, 0, 0],
  ]);
});

test('PPMI by its formula, on a table small enough for a calculator', () => {
  const table = toDense(
    ppmi(
      sparse([
        [4, 1],
        [1, 2],
      ]),
    ),
  );
  const smoothed = [5 ** 0.75, 3 ** 0.75];
  const all = smoothed[0] + smoothed[1];
  expect(table[0][0]).toBeCloseTo(Math.log((4 * all) / (5 * smoothed[0])), 12);
  expect(table[1][1]).toBeCloseTo(Math.log((2 * all) / (3 * smoothed[1])), 12);
  expect(table[0][1]).toBe(0);
  expect(table[1][0]).toBe(0);
});

test('counting finds that words with the same company are alike', () => {
  const corpus = Array.from({ length: 60 }, (_, index) => {
    const half = index % 2;
    return [half * 2 + ((index >> 1) % 2), 4 + half * 2, 5 + half * 2];
  });
  const words = ['cat', 'dog', 'red', 'blue', 'purr', 'bark', 'paint', 'ink'];
  const vectors = countVectors(words, corpus, { size: 2, rng: new Rng(1) });
  expect(vectors.cosine('cat', 'dog')).toBeGreaterThan(0.9);
  expect(Math.abs(vectors.cosine('cat', 'blue'))).toBeLessThan(0.1);
});

test.each([
  ['a rank above the size', () => truncatedSvd(sparse([[1, 2]]), 2, new Rng(0)), 'at most 1 singular values'],
  ['no rank', () => truncatedSvd(sparse([[1, 2]]), 0, new Rng(0)), 'singular values of at least 1, got 0'],
  ['an unknown word', () => cooccurrences([[0, 7]], 4, 2), 'word 7 (number 1 of sentence 0)'],
  ['no window', () => cooccurrences([[0, 1]], 4, 0), 'each side of the window of at least 1, got 0'],
  ['a negative count', () => ppmi(sparse([[-1, 2]])), 'expected counts of at least 0, got -1 in row 0'],
])('%s is refused', (_, call, message) => {
  expect(call).toThrow(message);
});

test('an empty corpus gives a table of nothing, and vectors of zeros', () => {
  const vectors = countVectors(['a', 'b'], [], { size: 1, rng: new Rng(0) });
  expect([...vectors.values]).toEqual([0, 0]);
});
