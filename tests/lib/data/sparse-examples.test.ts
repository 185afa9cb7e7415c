import * as tf from '@tensorflow/tfjs';
import { SparseExamples, SparseVector } from 'lineage';

const rows = [
  [0, 2, 0],
  [1, 0, 0],
  [0, 0, 0],
].map((dense) => SparseVector.from(dense));

test('a batch is written out in full', () => {
  const examples = new SparseExamples(rows, [0, 1, 1]);
  expect([examples.size, examples.features]).toEqual([3, 3]);
  tf.tidy(() => {
    const { x, y } = examples.take([2, 0, 0]);
    expect(x.arraySync()).toEqual([
      [0, 0, 0],
      [0, 2, 0],
      [0, 2, 0],
    ]);
    expect(x.dtype).toBe('float32');
    expect(y.arraySync()).toEqual([1, 0, 0]);
    expect(y.dtype).toBe('int32');
  });
});

test.each([
  [
    () => new SparseExamples([], []),
    'SparseExamples: expected as many targets as rows, at least one, got 0 rows and 0 targets',
  ],
  [
    () => new SparseExamples([...rows, SparseVector.from([1])], [0, 0, 0, 0]),
    'SparseExamples: expected rows of 3 numbers, got 1 at 3. Were all made with one vocabulary?',
  ],
  [
    () => new SparseExamples(rows, [0, 0.5, 1]),
    'SparseExamples: expected class numbers 0, 1, …, got 0.5 at 1',
  ],
  [
    () => new SparseExamples(rows, [0, 0, 1]).take([3]),
    'SparseExamples.take: index 3 is outside the 3 examples (0–2)',
  ],
  [
    () => new SparseExamples(rows, [0, 0, 1]).take([]),
    'SparseExamples.take: expected at least one index, got none',
  ],
])('refuses what makes no sense: %#', (work, message) => {
  expect(work).toThrow(message);
});
