import util from 'node:util';
import * as tf from '@tensorflow/tfjs';
import { Linear, Rng } from 'lineage';

test('a tensor is printed as shape, type and numbers', () => {
  expect(
    util.inspect(
      tf.tensor2d([
        [1, 2],
        [3, 4],
      ]),
    ),
  ).toBe('Tensor [2, 2] float32\n    [[1, 2],\n     [3, 4]]');
  expect(util.inspect(tf.tensor1d([1, 2], 'int32'))).toBe('Tensor [2] int32\n    [1, 2]');
  expect(util.inspect(tf.scalar(7))).toBe('Tensor [] float32\n    7');
  expect(util.inspect(tf.zeros([0, 3]))).toBe('Tensor [0, 3] float32');
});

test('one whose rows were of different lengths says so', () => {
  const ragged = tf.zeros([2, 2]);
  // As native TensorFlow holds [[1, 2], [3]]; WebAssembly refuses it.
  jest.spyOn(ragged, 'dataSync').mockReturnValue(Float32Array.of(1, 2, 3));
  expect(util.inspect(ragged)).toBe(
    'Tensor [2, 2] float32, but only 3 numbers: were its rows of one length?',
  );
});

test('a large one is abridged', () => {
  expect(util.inspect(tf.zeros([784, 128])).length).toBeLessThan(1000);
});

test('inside of a model it is one line', () => {
  const text = util.inspect(new Linear(784, 10, new Rng(0)), { depth: 4 });
  expect(text).toContain('weight: Variable [784, 10] float32');
  expect(text).toContain('bias: Variable [10] float32');
  expect(text).not.toContain('dataId');
});

test('one that was freed says so', () => {
  const x = tf.zeros([3]);
  x.dispose();
  expect(util.inspect(x)).toBe('Tensor [3] float32, disposed');
});
