import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { logSoftmax, softmax } from 'lineage';
import { expectNoLeak } from '../../leaks';
import { expectGradient } from './finite-differences';

const matrix = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, classes]) =>
    fc.tuple(
      fc.constant<[number, number]>([rows, classes]),
      fc.array(fc.float({ min: -1e4, max: 1e4, noNaN: true }), {
        minLength: rows * classes,
        maxLength: rows * classes,
      }),
    ),
  );

test.each([0, 1, -1])('softmax sums to 1 along axis %i, for logits up to ±1e4', (axis) => {
  fc.assert(
    fc.property(matrix, ([shape, values]) =>
      tf.tidy(() => {
        const p = softmax(tf.tensor2d(values, shape), axis);
        for (const sum of p.sum(axis).dataSync()) expect(sum).toBeCloseTo(1, 5);
        for (const value of p.dataSync()) expect(value >= 0 && value <= 1).toBe(true);
      }),
    ),
    { numRuns: 50 },
  );
});

test('softmax does not see a constant that is added to all scores', () => {
  tf.tidy(() => {
    const x = tf.tensor1d([1, 2, 3]);
    const [plain, moved] = [x, x.add(1000)].map((scores) => softmax(scores).dataSync());
    expect(Array.from(moved)).toEqual(Array.from(plain));
  });
});

test('logSoftmax is the logarithm of softmax, and finite where softmax is 0', () => {
  tf.tidy(() => {
    const x = tf.tensor2d([0.5, -1, 2, 1e4, 0, -1e4], [2, 3]);
    const logP = logSoftmax(x);
    const [near, far] = tf.split(logP.exp().sub(softmax(x)).abs(), 2);
    for (const gap of [...near.dataSync(), ...far.dataSync()]) expect(gap).toBeLessThan(1e-6);
    expect(Array.from(logP.slice([1, 0], [1, 3]).dataSync())).toEqual([0, -1e4, -2e4]);
  });
});

test.each([0, 1, 2])('both have the gradient of their finite differences along axis %i of 3', (axis) => {
  const values = [0.1, -0.4, 0.7, 1.1, -1.3, 0.2, 0.9, -0.6];
  tf.tidy(() => {
    const weights = tf.tensor3d([1, -2, 0.5, 3, -1, 0.25, 2, -0.75], [2, 2, 2]);
    expectGradient((x) => softmax(x, axis).mul(weights).sum(), values, [2, 2, 2]);
    expectGradient((x) => logSoftmax(x, axis).mul(weights).sum(), values, [2, 2, 2]);
  });
});

test('an axis that is not there is refused by name', () => {
  tf.tidy(() => {
    expect(() => softmax(tf.zeros([2, 3]), 2)).toThrow('softmax: expected an axis of [2, 3], got 2');
    expect(() => logSoftmax(tf.scalar(1))).toThrow('logSoftmax: expected an axis of [], got -1');
  });
});

test('both leak nothing', () => {
  const x = tf.zeros([2, 3]);
  expectNoLeak(() => {
    for (const axis of [0, 1]) tf.dispose([softmax(x, axis), logSoftmax(x, axis)]);
  });
  x.dispose();
});
