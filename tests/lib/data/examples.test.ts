import * as tf from '@tensorflow/tfjs';
import { Examples } from 'lineage/data';

test('take() gives classes as int32', async () => {
  const { x, y } = new Examples(
    [
      [0, 1],
      [2, 3],
      [4, 5],
    ],
    [0, 1, 2],
  ).take([2, 0]);
  expect(await x.array()).toEqual([
    [4, 5],
    [0, 1],
  ]);
  expect(y.dtype).toBe('int32');
  expect(await y.array()).toEqual([2, 0]);
  tf.dispose([x, y]);
});

test('take() gives values as rows of float32', async () => {
  const { x, y } = new Examples(
    [[0], [1]],
    [
      [0.5, 1],
      [-1, 2],
    ],
  ).take([1]);
  expect(y.dtype).toBe('float32');
  expect(await y.array()).toEqual([[-1, 2]]);
  tf.dispose([x, y]);
});

test('take() makes two tensors and nothing else', () => {
  const before = tf.memory().numTensors;
  const batch = new Examples([[0], [1]], [0, 1]).take([0, 1, 1]);
  expect(tf.memory().numTensors).toBe(before + 2);
  tf.dispose([batch.x, batch.y]);
});

test('take() refuses numbers of no example, and none at all', () => {
  const examples = new Examples([[0], [1]], [0, 1]);
  expect(() => examples.take([0, 2])).toThrow('Examples.take: index 2 is outside the 2 examples (0–1)');
  expect(() => examples.take([])).toThrow('Examples.take: expected at least one index, got none');
});

test.each([
  { make: () => new Examples([], []), message: 'expected at least one example, got none' },
  { make: () => new Examples([[0]], [0, 1]), message: 'expected 1 targets for 1 inputs, got 2' },
  {
    make: () => new Examples([[0, 1], [2]], [0, 1]),
    message: 'inputs as rows of 2 finite numbers, got [2] at 1',
  },
  {
    make: () => new Examples([[Number.NaN]], [0]),
    message: 'inputs as rows of 1 finite numbers, got [null] at 0',
  },
  { make: () => new Examples([[0]], [0.5]), message: 'class numbers 0, 1, …, got 0.5 at 0. Values to fit' },
  { make: () => new Examples([[0]], [-1]), message: 'class numbers 0, 1, …, got -1 at 0' },
  { make: () => new Examples([[0], [1]], [[1], [Infinity]]), message: 'targets as rows of 1 finite numbers' },
])('Examples says: $message', ({ make, message }) => {
  expect(make).toThrow(message);
});
