import { Rng } from 'lineage';
import { rowKernels } from 'lineage/models/word2vec/row-kernels';

/** Rows of random numbers at the beginning of a memory, addresses and errors of targets behind them. */
function scene(size: number, count: number) {
  const rng = new Rng(size + count);
  const rowCount = count + 2;
  const memory = new WebAssembly.Memory({ initial: 8 });
  const floats = new Float32Array(memory.buffer);
  const bytes = 4 * size;
  for (let index = 0; index < rowCount * size; index++) floats[index] = Math.fround(rng.normal());
  const rows = rowCount * bytes;
  const errors = rows + 4 * count;
  for (let k = 0; k < count; k++) {
    new Int32Array(memory.buffer)[rows / 4 + k] = (2 + k) * bytes;
    floats[errors / 4 + k] = Math.fround(rng.normal());
  }
  const row = (index: number) => floats.slice(index * size, (index + 1) * size);
  const kernels = rowKernels(bytes, count, memory);
  return {
    kernels,
    floats,
    bytes,
    rows,
    errors,
    row,
    error: [...floats.slice(errors / 4, errors / 4 + count)],
  };
}

describe.each([
  [4, 1],
  [4, 2],
  [12, 6],
  [100, 6],
  [300, 21],
  [8, 257],
])('vectors of %d, %d rows', (size, count) => {
  const k = Array.from({ length: count }, (_, index) => index);
  const expectRow = (got: Float32Array, expected: (index: number) => number) =>
    got.forEach((value, index) => {
      expect(value).toBeCloseTo(expected(index), 3);
    });

  test('score is w · h', () => {
    const { kernels, floats, rows, errors, row } = scene(size, count);
    kernels.score(0, rows, errors);
    const h = row(0);
    for (const index of k) {
      const score = row(2 + index).reduce((sum, value, place) => sum + value * h[place], 0);
      expect(floats[errors / 4 + index]).toBeCloseTo(score, 3);
    }
  });

  test('combine is Σ error · w, over what was there', () => {
    const { kernels, bytes, rows, errors, row, error } = scene(size, count);
    const w = k.map((index) => row(2 + index));
    kernels.combine(errors, rows, bytes);
    expectRow(row(1), (place) => w.reduce((sum, vector, index) => sum + error[index] * vector[place], 0));
  });

  test('spread is w + error · h, and touches nothing else', () => {
    const { kernels, rows, errors, row, error } = scene(size, count);
    const [h, other, ...w] = [0, 1, ...k.map((index) => 2 + index)].map(row);
    kernels.spread(errors, rows, 0);
    for (const index of k) expectRow(row(2 + index), (place) => w[index][place] + error[index] * h[place]);
    expect([row(0), row(1)]).toEqual([h, other]);
  });

  test('add is to + factor · from', () => {
    const { kernels, bytes, row } = scene(size, count);
    const [from, to] = [row(0), row(1)];
    kernels.add(0.5, 0, bytes);
    expectRow(row(1), (place) => to[place] + 0.5 * from[place]);
  });
});
