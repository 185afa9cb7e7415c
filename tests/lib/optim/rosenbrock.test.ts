import * as tf from '@tensorflow/tfjs';
import * as fc from 'fast-check';
import { rosenbrock } from 'lineage/optim';
import { expectNoLeak } from '../../leaks';

test('heights by hand, also of several points', () => {
  tf.tidy(() => {
    const points = tf.tensor3d([[[1, 1]], [[0, 0]], [[-1.5, 2]]]);
    expect(rosenbrock(points).shape).toEqual([3, 1]);
    expect(Array.from(rosenbrock(points).dataSync())).toEqual([0, 1, 12.5]);
  });
});

test('the slope at a point is (−2(1 − x) − 400 x (y − x²), 200 (y − x²)), and nowhere is it lower than 0', () => {
  const place = fc.float({ min: -2, max: 2, noNaN: true });
  fc.assert(
    fc.property(place, place, (x, y) => {
      tf.tidy(() => {
        const point = tf.tensor1d([x, y]);
        const slope = tf
          .grad((at) => rosenbrock(at).asScalar())(point)
          .dataSync();
        expect(slope[0] / 1000).toBeCloseTo((-2 * (1 - x) - 400 * x * (y - x * x)) / 1000, 5);
        expect(slope[1] / 1000).toBeCloseTo((200 * (y - x * x)) / 1000, 5);
        expect(rosenbrock(point).dataSync()[0]).toBeGreaterThanOrEqual(0);
      });
    }),
    { numRuns: 30 },
  );
});

test('leaks nothing, and refuses points in three dimensions', () => {
  const points = tf.ones([4, 2]);
  expectNoLeak(() => rosenbrock(points).dispose());
  points.dispose();
  tf.tidy(() =>
    expect(() => rosenbrock(tf.ones([4, 3]))).toThrow('rosenbrock: expected [..., 2], got [4, 3]'),
  );
});
