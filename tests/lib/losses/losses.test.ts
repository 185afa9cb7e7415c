import * as tf from '@tensorflow/tfjs';
import {
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  huber,
  kl,
  logSoftmax,
  mae,
  mse,
  nll,
  softmax,
} from 'lineage';
import { expectNoLeak } from '../../leaks';
import { expectGradient } from '../nn/finite-differences';

const number = (scalar: tf.Scalar) => scalar.dataSync()[0];
const column = (...values: number[]) => tf.tensor2d(values, [values.length, 1]);

type Elementwise = (
  predictions: tf.Tensor,
  targets: tf.Tensor,
  options?: { reduction?: 'mean' | 'sum' },
) => tf.Scalar;
const elementwise: [string, Elementwise][] = [
  ['mse', mse],
  ['mae', mae],
  ['huber', huber],
  ['binaryCrossEntropy', binaryCrossEntropy],
  ['binaryCrossEntropyWithLogits', binaryCrossEntropyWithLogits],
];

describe.each(elementwise)('%s', (name, loss) => {
  const predicted = [0.2, 0.7, 0.9, 0.35];
  const wanted = [0, 1, 0, 1];

  test('has the gradient of its finite differences', () => {
    tf.tidy(() => {
      expectGradient((p) => loss(p, tf.tensor1d(wanted)), predicted);
      expectGradient((p) => loss(p, tf.tensor1d(wanted), { reduction: 'sum' }), predicted);
    });
  });

  test('sums to its mean times the number of terms', () => {
    tf.tidy(() => {
      const [p, y] = [predicted, wanted].map((values) => tf.tensor1d(values));
      expect(number(loss(p, y, { reduction: 'sum' }))).toBeCloseTo(4 * number(loss(p, y)), 5);
    });
  });

  test('refuses other shapes instead of spreading them, empty batches, and NaN', () => {
    tf.tidy(() => {
      expect(() => loss(column(1, 0, 1), tf.tensor1d([1, 0, 1]))).toThrow(
        `${name}: expected targets [3, 1] like the predictions, got [3]`,
      );
      expect(() => loss(tf.zeros([0, 1]), tf.zeros([0, 1]))).toThrow(
        `${name}: expected at least one example, got [0, 1]`,
      );
      expect(() => loss(column(0.5, Number.NaN), column(1, 1))).toThrow(
        `${name}: expected finite numbers, got NaN at [1, 0]`,
      );
      expect(() => loss(column(0.5, 0.5), column(1, Infinity))).toThrow(
        `${name}, targets: expected finite numbers, got Infinity at [1, 0]`,
      );
    });
  });

  test('leaks nothing', () => {
    const [p, y] = [predicted, wanted].map((values) => tf.tensor1d(values));
    expectNoLeak(() => {
      loss(p, y).dispose();
      tf.dispose(tf.valueAndGrad((p) => loss(p, y))(p));
    });
    tf.dispose([p, y]);
  });
});

test('an error of 10 costs 100 by mse, 10 by mae, 9.5 by huber', () => {
  tf.tidy(() => {
    const costs = [mse, mae, huber].map((loss) => number(loss(column(10), column(0))));
    expect(costs).toEqual([100, 10, 9.5]);
  });
});

test('binaryCrossEntropy of a coin is ln 2; a certain error costs 100 nats and has a finite gradient', () => {
  tf.tidy(() => {
    expect(number(binaryCrossEntropy(column(0.5), column(1)))).toBeCloseTo(Math.LN2, 6);
    expect(number(binaryCrossEntropy(column(0, 1), column(1, 0)))).toBe(100);
    expect(number(binaryCrossEntropy(column(0, 1), column(0, 1)))).toBeCloseTo(0, 30);
    const gradient = tf
      .grad((p) => binaryCrossEntropy(p, column(1, 0, 0)))(column(0, 1, 0))
      .dataSync();
    for (const value of gradient) expect(Number.isFinite(value)).toBe(true);
  });
});

test('binaryCrossEntropyWithLogits is that of the sigmoid, and exact at ±1e4', () => {
  tf.tidy(() => {
    const [x, y] = [column(-2, 0.5, 3), column(1, 0, 0.25)];
    expect(number(binaryCrossEntropyWithLogits(x, y))).toBeCloseTo(
      number(binaryCrossEntropy(x.sigmoid(), y)),
      5,
    );
    expect(number(binaryCrossEntropyWithLogits(column(1e4, -1e4), column(0, 0)))).toBe(5000);
  });
});

test('kl is 0 for equal distributions, above 0 for others, and ln V from certainty to the even one', () => {
  tf.tidy(() => {
    const [x, other] = [tf.tensor2d([[1, 2, 0.5]]), tf.tensor2d([[0, 2, 1]])];
    expect(number(kl(logSoftmax(x), softmax(x)))).toBeCloseTo(0, 6);
    expect(number(kl(logSoftmax(x), softmax(other)))).toBeGreaterThan(0.01);
    expect(number(kl(logSoftmax(tf.zeros([1, 3])), tf.tensor2d([[0, 1, 0]])))).toBeCloseTo(Math.log(3), 6);
  });
});

test('kl has the gradient of its finite differences on both sides', () => {
  tf.tidy(() => {
    const x = tf.tensor2d([[0.3, -0.2, 0.9]]);
    expectGradient((q) => kl(logSoftmax(q), softmax(x)), [0.5, 1, -0.5], [1, 3]);
    expectGradient((p) => kl(logSoftmax(x), softmax(p)), [0.5, 1, -0.5], [1, 3]);
  });
});

test('nll refuses what crossEntropy refuses, by its own name', () => {
  tf.tidy(() => {
    const logP = logSoftmax(tf.zeros([2, 3]));
    const labels = (...values: number[]) => tf.tensor1d(values, 'int32');
    expect(() => nll(logP, labels(0, 3))).toThrow('nll: expected labels 0–2, got 3 at position 1');
    expect(() => nll(logP, labels(0))).toThrow(
      'nll: expected int32 labels [2] or soft targets [2, 3], got int32 [1]',
    );
  });
});

test('what is no probability is refused where one is expected, such as logits and the labels −1 and 1', () => {
  tf.tidy(() => {
    const [logits, signs, half] = [column(0, 1.5), column(1, -1), column(0.5, 0.5)];
    expect(() => binaryCrossEntropy(logits, half)).toThrow(
      'binaryCrossEntropy: expected probabilities 0 … 1, got 1.5 at position 1',
    );
    expect(() => binaryCrossEntropy(half, signs)).toThrow(
      'binaryCrossEntropy: expected targets 0 … 1, got -1',
    );
    expect(() => binaryCrossEntropyWithLogits(logits, signs)).toThrow('expected targets 0 … 1, got -1');
    expect(() => kl(logits, signs)).toThrow('kl: expected target probabilities 0 … 1, got -1 at position 1');
  });
});

test('huber refuses a delta that is not above 0', () => {
  tf.tidy(() =>
    expect(() => huber(column(1), column(0), { delta: 0 })).toThrow('huber: expected a delta above 0, got 0'),
  );
});

test('nll and kl leak nothing', () => {
  const [logP, labels] = [tf.tidy(() => logSoftmax(tf.zeros([2, 3]))), tf.tensor1d([0, 2], 'int32')];
  expectNoLeak(() => {
    nll(logP, labels, { ignore: 0 }).dispose();
    tf.dispose(tf.tidy(() => kl(logP, logP.exp())));
    tf.dispose(tf.valueAndGrad((x) => nll(x, labels))(logP));
  });
  tf.dispose([logP, labels]);
});
