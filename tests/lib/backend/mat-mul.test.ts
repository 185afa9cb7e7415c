import * as tf from '@tensorflow/tfjs';
import { normal, Rng } from 'lineage';

test.each([
  [false, false],
  [true, false],
  [false, true],
  [true, true],
])('a product of matrices is the sum of products, transposed: %s, %s', (first, second) => {
  tf.tidy(() => {
    const a = normal<tf.Rank.R2>([3, 5], 1, new Rng(1));
    const b = normal<tf.Rank.R2>([5, 2], 1, new Rng(2));
    const product = tf.matMul(first ? a.transpose() : a, second ? b.transpose() : b, first, second);
    const [rows, columns] = [a.arraySync(), b.arraySync()];
    const expected = rows.map((row) =>
      [0, 1].map((column) => row.reduce((sum, value, place) => sum + value * columns[place][column], 0)),
    );
    (product.arraySync() as number[][]).flat().forEach((value, place) => {
      expect(value).toBeCloseTo(expected.flat()[place], 5);
    });
  });
});

test('a product of batches multiplies matrix by matrix', () => {
  tf.tidy(() => {
    const batch = tf.tensor3d([1, 2, 3, 4], [2, 1, 2]);
    expect([...tf.matMul(batch, batch, false, true).dataSync()]).toEqual([5, 25]);
  });
});
