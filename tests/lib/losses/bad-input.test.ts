import * as tf from '@tensorflow/tfjs';
import {
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  crossEntropy,
  huber,
  kl,
  logSoftmax,
  mae,
  mse,
  nll,
} from 'lineage';

const row = (...values: number[]) => tf.tensor2d([values]);
const label = (value: number) => tf.tensor1d([value], 'int32');

test.each<[string, () => tf.Scalar, string]>([
  ['no rows', () => kl(tf.zeros([0, 2]), tf.zeros([0, 2])), 'kl: expected at least one example, got [0, 2]'],
  [
    'no rows',
    () => nll(tf.zeros([0, 2]), tf.zeros([0], 'int32')),
    'nll: expected [..., classes] with at least',
  ],
  [
    'no classes',
    () => crossEntropy(tf.zeros([1, 0]), label(0)),
    'crossEntropy: expected [..., classes] with',
  ],
  [
    'counts for probabilities',
    () => kl(logSoftmax(row(0, 0)), row(7, 3)),
    'kl: expected target probabilities 0 … 1, got 7 at position 0',
  ],
  [
    'target probabilities that add up to less than 1',
    () => kl(logSoftmax(row(0, 0)), row(0.5, 0.4)),
    'kl: expected target probabilities that add up to 1 in each row, got 0.9 in row 0. Divide each row by its sum.',
  ],
  [
    'soft targets that add up to more than 1',
    () => crossEntropy(tf.zeros([2, 2]), tf.tensor2d([0.5, 0.5, 0.8, 0.4], [2, 2])),
    'crossEntropy: expected soft targets that add up to 1 in each row, got 1.2 in row 1.',
  ],
  [
    'soft targets below 0',
    () => nll(logSoftmax(row(0, 0)), row(1.5, -0.5)),
    'nll: expected soft targets 0 … 1, got 1.5 at position 0',
  ],
  [
    'NaN among soft targets',
    () => crossEntropy(row(0, 0), row(0.5, Number.NaN)),
    'crossEntropy: expected soft targets 0 … 1, got NaN at position 1',
  ],
  [
    'a log-probability of what is impossible',
    () => nll(row(0, -Infinity), label(1)),
    'nll: expected finite numbers, got -Infinity at [0, 1]',
  ],
  [
    'a model that holds something impossible',
    () => kl(row(0, -Infinity), row(0.5, 0.5)),
    'kl: expected finite numbers, got -Infinity at [0, 1]',
  ],
  [
    'NaN for a probability',
    () => binaryCrossEntropy(row(Number.NaN), row(1)),
    'binaryCrossEntropy: expected finite numbers, got NaN at [0, 0]',
  ],
  [
    'a probability above 1',
    () => binaryCrossEntropy(row(1.01), row(1)),
    'binaryCrossEntropy: expected probabilities 0 … 1, got 1.0',
  ],
  [
    'a delta that is NaN',
    () => huber(row(1), row(0), { delta: Number.NaN }),
    'huber: expected a delta above 0',
  ],
])('%s is refused by name: %#', (_, call, message) => {
  tf.tidy(() => expect(call).toThrow(message));
});

test('rows that are no distributions are refused while a gradient is recorded, too', () => {
  tf.tidy(() => {
    const gradient = tf.grad((x) => crossEntropy(x, row(0.5, 0.4)));
    expect(() => gradient(row(0, 0))).toThrow('that add up to 1 in each row, got 0.9 in row 0');
  });
});

test('what is certain and wrong has a price that is finite or refused, never NaN', () => {
  tf.tidy(() => {
    const price = (loss: tf.Scalar) => loss.dataSync()[0];
    expect(price(binaryCrossEntropy(row(0), row(1)))).toBe(100);
    expect(price(binaryCrossEntropyWithLogits(row(-1e4), row(1)))).toBe(1e4);
    expect(price(crossEntropy(row(1e4, 0), label(1)))).toBe(1e4);
    expect(price(kl(logSoftmax(row(1e4, 0)), row(0, 1)))).toBe(1e4);
  });
});

test('a single pair, and equal ones, have a loss; where both agree it is 0', () => {
  tf.tidy(() => {
    for (const loss of [mse, mae, huber])
      for (const values of [row(2), row(2, 2, 2)]) expect(loss(values, values).dataSync()[0]).toBe(0);
    expect(binaryCrossEntropy(row(1, 0), row(1, 0)).dataSync()[0]).toBeCloseTo(0, 30);
  });
});
