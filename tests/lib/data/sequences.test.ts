import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { Sequences } from 'lineage/data';
import { expectNoLeak } from '../../leaks';

const sequences = new Sequences(
  [
    [4, 1, 7],
    [2, 2, 0],
    [5, 6, 3],
  ],
  [
    [4, 4, 4],
    [2, 2, 2],
    [5, 5, 5],
  ],
);

test('take() gives the rows asked for, in their order, as int32', () => {
  const { x, y } = sequences.take([2, 0]);
  expect([x.dtype, y.dtype]).toEqual(['int32', 'int32']);
  expect(x.arraySync()).toEqual([
    [5, 6, 3],
    [4, 1, 7],
  ]);
  expect(y.arraySync()).toEqual([
    [5, 5, 5],
    [4, 4, 4],
  ]);
  tf.dispose([x, y]);
});

test('every row comes with its own labels', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 9 }), (rows) => {
      const { x, y } = sequences.take(rows);
      expect(x.arraySync().map(([first]) => Array(3).fill(first))).toEqual(y.arraySync());
      tf.dispose([x, y]);
    }),
  );
});

test.each([
  [[], [], 'Sequences: expected at least one row of tokens, got none'],
  [[[1]], [], 'Sequences: expected 1 rows of labels for 1 rows of tokens, got 0'],
  [
    [[1, 2], [3]],
    [
      [1, 2],
      [3, 4],
    ],
    'Sequences: expected tokens as rows of 2 whole numbers 0, 1, …, got [3] at 1',
  ],
  [[[1, 2]], [[1, 0.5]], 'Sequences: expected labels as rows of 2 whole numbers 0, 1, …, got [1,0.5] at 0'],
  [[[]], [[]], 'Sequences: expected tokens as rows of 1 whole numbers 0, 1, …, got [] at 0'],
])('refuses %j with %j', (tokens, labels, message) => {
  expect(() => new Sequences(tokens, labels)).toThrow(message);
});

test('refuses no index, and one outside the rows', () => {
  expect(() => sequences.take([])).toThrow('Sequences.take: expected at least one index, got none');
  expect(() => sequences.take([0, 3])).toThrow('Sequences.take: index 3 is outside the 3 rows (0–2)');
});

test('take() makes two tensors and nothing else', () => {
  expectNoLeak(() => tf.dispose(sequences.take([0, 1]) as never));
});
