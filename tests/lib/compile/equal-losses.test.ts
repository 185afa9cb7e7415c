import * as tf from '@tensorflow/tfjs';
import {
  Adam,
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  crossEntropy,
  dispose,
  huber,
  kl,
  Linear,
  type Loss,
  logSoftmax,
  mae,
  mse,
  nll,
  normal,
  Rng,
  softmax,
} from 'lineage';
import { expectBothWays } from './expect-both-ways';

const rng = new Rng(1);
const [rows, classes] = [6, 4];

const labels = (draw: Rng) =>
  tf.tensor1d(
    Int32Array.from({ length: rows }, () => draw.integer(classes)),
    'int32',
  );
const numbers = (draw: Rng): tf.Tensor => normal<tf.Rank.R2>([rows, classes], 1, draw);
const shares = (draw: Rng) => tf.tidy(() => softmax(numbers(draw)));

const losses: Record<string, [Loss, (draw: Rng) => tf.Tensor]> = {
  mse: [mse, numbers],
  mae: [mae, numbers],
  huber: [(y, target) => huber(y, target, { delta: 0.5, reduction: 'sum' }), numbers],
  'crossEntropy with smoothing and ignored labels': [
    (y, target) => crossEntropy(y, target, { smoothing: 0.1, ignore: 2 }),
    labels,
  ],
  'crossEntropy with soft targets': [crossEntropy, shares],
  binaryCrossEntropy: [(y, target) => binaryCrossEntropy(tf.sigmoid(y), target), shares],
  binaryCrossEntropyWithLogits: [binaryCrossEntropyWithLogits, shares],
  nll: [(y, target) => nll(logSoftmax<tf.Tensor>(y), target, { ignore: 1 }), labels],
  kl: [(y, target) => kl(logSoftmax<tf.Tensor>(y), target), shares],
};

describe.each(['plain', 'xla'] as const)('as a graph, %s', (way) => {
  test.each(Object.entries(losses))('%s gives what it gives eagerly', (_, [loss, targets]) => {
    const before = tf.memory().numTensors;
    const model = new Linear(5, classes, rng);
    const batch = (step: number) => ({
      x: normal<tf.Rank.R2>([rows, 5], 1, rng.fork(step)),
      y: targets(rng.fork(`target ${step}`)),
    });
    const optimizer = (model: unknown) => new Adam(model, { learningRate: 0.01 });
    expectBothWays({ model, loss, optimizer, batch }, way);
    dispose(model);
    expect(tf.memory().numTensors).toBe(before);
  });
});
