import * as tf from '@tensorflow/tfjs';
import { cosineSimilarity } from 'lineage';
import { expectNoLeak } from '../../leaks';

test('along the last axis, whatever lies before it', () => {
  tf.tidy(() => {
    const a = tf.tensor3d([
      [
        [3, 4],
        [1, 0],
      ],
      [
        [0, 2],
        [1, 1],
      ],
    ]);
    const b = tf.tensor3d([
      [
        [4, 3],
        [-2, 0],
      ],
      [
        [5, 0],
        [2, 2],
      ],
    ]);
    const cosines = cosineSimilarity(a, b);
    expect(cosines.shape).toEqual([2, 2]);
    [24 / 25, -1, 0, 1].forEach((cosine, index) => {
      expect(cosines.dataSync()[index]).toBeCloseTo(cosine, 6);
    });
  });
});

test('a row of zeros gives 0 and a finite gradient', () => {
  tf.tidy(() => {
    const slope = tf.grad((a) => cosineSimilarity(a, tf.tensor2d([[1, 2]])));
    expect([...cosineSimilarity(tf.zeros([1, 2]), tf.zeros([1, 2])).dataSync()]).toEqual([0]);
    expect(
      slope(tf.zeros([1, 2]))
        .dataSync()
        .every(Number.isFinite),
    ).toBe(true);
  });
});

test('leaves no tensor behind', () => {
  const [a, b] = [tf.ones([2, 3]), tf.ones([2, 3])];
  expectNoLeak(() => cosineSimilarity(a, b).dispose());
  tf.dispose([a, b]);
});

test('refuses tensors of two shapes', () => {
  expect(() => cosineSimilarity(tf.zeros([2, 3]), tf.zeros([2, 4]))).toThrow(
    'cosineSimilarity: expected two tensors of one shape, got [2, 3] and [2, 4]',
  );
  expect(() => cosineSimilarity(tf.scalar(1), tf.scalar(1))).toThrow('got [] and []');
});
