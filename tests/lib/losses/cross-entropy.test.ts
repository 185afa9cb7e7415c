import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { crossEntropy, dispose, Linear, logSoftmax, nll, Rng } from 'lineage';
import { expectNoLeak } from '../../leaks';
import { expectGradient } from '../nn/finite-differences';

const number = (scalar: tf.Scalar) => scalar.dataSync()[0];
const labels = (...values: number[]) => tf.tensor1d(values, 'int32');

test.each([2, 10, 65])('a model that knows nothing of %i classes is surprised by ln V', (V) => {
  const layer = new Linear(20, V, new Rng(1), { init: 'zeros' });
  tf.tidy(() => {
    const logits = layer.forward(tf.ones([8, 20]));
    expect(number(crossEntropy(logits, tf.zeros([8], 'int32')))).toBeCloseTo(Math.log(V), 5);
  });
  dispose(layer);
});

test('equal logits cost ln V whatever the targets, smoothed or soft', () => {
  fc.assert(
    fc.property(
      fc.float({ min: -1e4, max: 1e4, noNaN: true }),
      fc.array(fc.nat(6), { minLength: 1, maxLength: 9 }),
      fc.double({ min: 0, max: 0.9, noNaN: true }),
      (level, targets, smoothing) =>
        tf.tidy(() => {
          const logits = tf.fill([targets.length, 7], level);
          expect(number(crossEntropy(logits, labels(...targets), { smoothing }))).toBeCloseTo(Math.log(7), 4);
        }),
    ),
    { numRuns: 30 },
  );
});

test('labels and their rows with a single 1 cost the same', () => {
  tf.tidy(() => {
    const logits = tf.tensor2d([0.2, -1, 3, 0.5, 0.1, -0.7], [2, 3]);
    const soft = tf.tensor2d([0, 0, 1, 1, 0, 0], [2, 3]);
    expect(number(crossEntropy(logits, soft))).toBeCloseTo(number(crossEntropy(logits, labels(2, 0))), 6);
  });
});

test('crossEntropy is nll of logSoftmax', () => {
  tf.tidy(() => {
    const logits = tf.tensor3d([0.2, -1, 3, 0.5, 0.1, -0.7], [1, 2, 3]);
    const targets = tf.tensor2d([[1, 0]], [1, 2], 'int32');
    expect(number(crossEntropy(logits, targets))).toBeCloseTo(number(nll(logSoftmax(logits), targets)), 6);
  });
});

test('ignored targets change neither the loss nor the gradient of the others', () => {
  tf.tidy(() => {
    const [kept, padded] = [
      tf.tensor2d([[1, 2, 3]]),
      tf.tensor2d([
        [1, 2, 3],
        [9, -9, 4],
      ]),
    ];
    const f = (x: tf.Tensor2D) => crossEntropy(x, labels(0, -1), { ignore: -1 });
    expect(number(f(padded))).toBeCloseTo(number(crossEntropy(kept, labels(0))), 6);
    const [first, ignored] = (tf.grad((x) => f(x as tf.Tensor2D))(padded) as tf.Tensor2D).arraySync();
    const [alone] = (tf.grad((x) => crossEntropy(x, labels(0)))(kept) as tf.Tensor2D).arraySync();
    first.forEach((value, index) => {
      expect(value).toBeCloseTo(alone[index], 6);
    });
    expect(ignored).toEqual([0, 0, 0]);
  });
});

test('the gradient is that of finite differences: plain, smoothed, soft, ignoring', () => {
  tf.tidy(() => {
    const values = [0.2, -1, 1.5, 0.5, 0.1, -0.7];
    const soft = tf.tensor2d([0.2, 0.3, 0.5, 0.9, 0.1, 0], [2, 3]);
    expectGradient((x) => crossEntropy(x, labels(2, 0)), values, [2, 3]);
    expectGradient((x) => crossEntropy(x, labels(2, 0), { smoothing: 0.2 }), values, [2, 3]);
    expectGradient((x) => crossEntropy(x, labels(2, 0), { reduction: 'sum' }), values, [2, 3]);
    expectGradient((x) => crossEntropy(x, labels(2, -100), { ignore: -100, smoothing: 0.2 }), values, [2, 3]);
    expectGradient((x) => crossEntropy(x, soft), values, [2, 3]);
  });
});

test('logits of ±1e4 give an exact loss and a finite gradient', () => {
  tf.tidy(() => {
    const logits = tf.tensor2d([1e4, 0, -1e4, 1e4, 0, -1e4], [2, 3]);
    expect(number(crossEntropy(logits, labels(0, 2)))).toBe(1e4);
    const gradient = tf
      .grad((x) => crossEntropy(x, labels(0, 2)))(logits)
      .dataSync();
    expect(Array.from(gradient)).toEqual([0, 0, 0, 0.5, 0, -0.5]);
  });
});

describe('crossEntropy says what it expected and what it got', () => {
  const logits = () => tf.zeros([3, 10]);
  test.each<[string, () => tf.Scalar, string]>([
    [
      'a label too large',
      () => crossEntropy(logits(), labels(1, 9, 12)),
      'expected labels 0–9, got 12 at position 2',
    ],
    [
      'a label below 0',
      () => crossEntropy(logits(), labels(-1, 0, 0)),
      'expected labels 0–9, got -1 at position 0',
    ],
    [
      'only ignored labels',
      () => crossEntropy(logits(), labels(7, 7, 7), { ignore: 7 }),
      'expected a label other than the ignored 7, got 3 of those',
    ],
    [
      'a column of labels',
      () => crossEntropy(logits(), tf.zeros([3, 1], 'int32')),
      'expected int32 labels [3] or soft targets [3, 10], got int32 [3, 1]',
    ],
    [
      'float labels',
      () => crossEntropy(logits(), tf.zeros([3])),
      'expected int32 labels [3] or soft targets [3, 10], got float32 [3]',
    ],
    [
      'an empty batch',
      () => crossEntropy(tf.zeros([0, 10]), tf.zeros([0], 'int32')),
      'expected [..., classes] with at least one example, got [0, 10]',
    ],
    [
      'NaN logits',
      () => crossEntropy(tf.tensor2d([[0, Number.NaN]]), labels(0)),
      'expected finite numbers, got NaN at [0, 1]',
    ],
    [
      'smoothing of 1',
      () => crossEntropy(logits(), labels(0, 0, 0), { smoothing: 1 }),
      'expected a smoothing of at least 0 and below 1, got 1',
    ],
  ])('%s', (_, call, message) => {
    tf.tidy(() => expect(call).toThrow(`crossEntropy: ${message}`));
  });

  test('also while a gradient is recorded', () => {
    tf.tidy(() =>
      expect(() => tf.grad((x) => crossEntropy(x, labels(1, 9, 10)))(logits())).toThrow(
        'crossEntropy: expected labels 0–9, got 10 at position 2',
      ),
    );
  });
});

test('crossEntropy leaks nothing', () => {
  const logits = tf.zeros([2, 3]);
  const targets = labels(1, 2);
  expectNoLeak(() => {
    crossEntropy(logits, targets, { smoothing: 0.1, ignore: 1 }).dispose();
    tf.dispose(tf.valueAndGrad((x) => crossEntropy(x, targets))(logits));
  });
  tf.dispose([logits, targets]);
});
