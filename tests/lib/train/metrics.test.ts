import * as tf from '@tensorflow/tfjs';
import {
  accuracy,
  confusionMatrix,
  type Dataset,
  Examples,
  evaluate,
  LeakGuard,
  mse,
  predict,
} from 'lineage';

/** A "model" whose logits are its inputs, so that every result can be worked out by hand. */
const identity = { forward: (x: tf.Tensor) => x.clone() };

// logits [ln p₀, ln p₁, ln p₂] of known probabilities
const probabilities = [
  [0.7, 0.2, 0.1],
  [0.1, 0.8, 0.1],
  [0.3, 0.4, 0.3],
  [0.2, 0.2, 0.6],
  [0.5, 0.25, 0.25],
];
const logits = probabilities.map((row) => row.map(Math.log));
const labels = [0, 1, 0, 2, 1];
const data = new Examples(logits, labels);

test('evaluate: the mean loss and the share that is right, by hand', () => {
  const { loss, accuracy: share } = evaluate(identity, data);
  const expected = labels.reduce((sum, label, row) => sum - Math.log(probabilities[row][label]) / 5, 0);
  expect(loss).toBeCloseTo(expected, 5);
  expect(share).toBeCloseTo(3 / 5);
});

test.each([1, 2, 3, 5, 100])('in batches of %i the results are the same', (batchSize) => {
  expect(evaluate(identity, data, { batchSize }).loss).toBeCloseTo(evaluate(identity, data).loss, 5);
  expect(evaluate(identity, data, { batchSize }).accuracy).toBe(evaluate(identity, data).accuracy);
  expect(accuracy(identity, data, { batchSize })).toBe(0.6);
  expect(predict(identity, data, { batchSize })).toEqual(predict(identity, data));
  expect(confusionMatrix(identity, data, { batchSize })).toEqual(confusionMatrix(identity, data));
});

test('evaluate takes another loss, and soft targets', () => {
  const soft = new Examples(logits, [
    [1, 0, 0],
    [0, 1, 0],
    [1, 0, 0],
    [0, 0, 1],
    [0.1, 0.8, 0.1],
  ]);
  expect(evaluate(identity, soft).accuracy).toBeCloseTo(3 / 5);
  const exact = new Examples([[1, 2]], [[1, 4]]);
  expect(evaluate(identity, exact, { loss: mse }).loss).toBeCloseTo(2);
});

test('accuracy counts every place of a sequence', () => {
  const sequences: Dataset = {
    size: 1,
    take: () => ({
      x: tf.tensor3d([
        [
          [1, 0],
          [0, 1],
          [2, 1],
          [5, 4],
        ],
      ]),
      y: tf.tensor2d([[0, 1, 1, 0]], [1, 4], 'int32'),
    }),
  };
  expect(accuracy(identity, sequences)).toBe(3 / 4);
  expect(evaluate(identity, sequences).accuracy).toBe(3 / 4);
});

test('predict gives the probabilities, of a data set and of a tensor', () => {
  const flat = probabilities.flat();
  predict(identity, data).forEach((p, index) => {
    expect(p).toBeCloseTo(flat[index], 5);
  });
  const x = tf.tensor2d(logits);
  expect(predict(identity, x, { batchSize: 2 })).toEqual(predict(identity, data));
  x.dispose();
});

test('the confusion matrix has truth in rows and prediction in columns', () => {
  // truths 0, 1, 0, 2, 1 were taken for 0, 1, 1, 2, 0
  expect(confusionMatrix(identity, data)).toEqual([
    [1, 1, 0],
    [1, 1, 0],
    [0, 0, 1],
  ]);
});

test('a label that is no class names itself', () => {
  const labelled = new Examples([[1, 0]], [2]);
  expect(() => accuracy(identity, labelled)).toThrow('accuracy: expected labels 0–1, got 2 at position 0');
  expect(() => confusionMatrix(identity, new Examples([[1, 0]], [2]))).toThrow(
    'confusionMatrix: expected labels 0–1, got 2',
  );
});

test('labels in a column are refused: they would be taken for soft targets of one class', () => {
  const column = new Examples(
    logits,
    labels.map((label) => [label]),
  );
  expect(() => accuracy(identity, column)).toThrow(
    'accuracy: expected labels [5] or soft targets [5, 3], got [5, 1]',
  );
});

test('soft targets are refused where only labels can be counted', () => {
  const soft = new Examples(logits, probabilities);
  expect(accuracy(identity, soft)).toBe(1);
  expect(() => confusionMatrix(identity, soft)).toThrow('confusionMatrix, labels: expected [5], got [5, 3]');
});

test('logits that are not finite are refused by name: their largest would be a guess', () => {
  const broken = { forward: (x: tf.Tensor) => x.log() }; // of negative numbers
  expect(() => accuracy(broken, data)).toThrow(
    'accuracy, logits: expected finite numbers, got NaN at [0, 0]',
  );
  expect(() => predict(broken, data)).toThrow('predict, logits: expected finite numbers, got NaN at [0, 0]');
  expect(() => confusionMatrix(broken, data)).toThrow('confusionMatrix, logits: expected finite numbers');
  expect(() => evaluate(broken, data)).toThrow('crossEntropy: expected finite numbers, got NaN at [0, 0]');
});

test('an empty data set or a batch of none is refused', () => {
  expect(() => accuracy(identity, { ...data, size: 0, take: data.take })).toThrow(
    'accuracy: expected a data set with examples, got an empty one',
  );
  expect(() => predict(identity, data, { batchSize: 0 })).toThrow(
    'predict: expected a whole number of examples per batch of at least 1, got 0',
  );
});

test('nothing leaks, not even when the model throws', () => {
  const guard = new LeakGuard('metrics');
  guard.watch(() => evaluate(identity, data, { batchSize: 2 }));
  guard.watch(() => accuracy(identity, data, { batchSize: 2 }));
  guard.watch(() => predict(identity, data, { batchSize: 2 }));
  guard.watch(() => confusionMatrix(identity, data, { batchSize: 2 }));
  const broken = {
    forward: (x: tf.Tensor): tf.Tensor => {
      throw new Error(`no forward for ${x.clone().shape}`);
    },
  };
  guard.watch(() => expect(() => evaluate(broken, data)).toThrow('no forward for 5,3'));
  guard.watch(() => expect(() => confusionMatrix(broken, data)).toThrow('no forward for 5,3'));
});
