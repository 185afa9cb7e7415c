import * as tf from '@tensorflow/tfjs';
import {
  addK,
  BigramModel,
  crossEntropy,
  dispose,
  evaluate,
  NgramCounts,
  NgramModel,
  parameters,
  Rng,
  Sgd,
  train,
  Windows,
} from 'lineage';
import { expectNoLeak } from '../../leaks';

const words = ['ab', 'abb', 'b', 'ba', 'ab'];
const windows = new Windows(
  words.map((word) => [...word].map((letter) => ' ab'.indexOf(letter))),
  { contextLength: 1, boundary: 0 },
);

test('starts with every token as likely as any other, and gives the row of the token before', () => {
  const model = new BigramModel(3);
  expect(Object.keys(parameters(model))).toEqual(['scores.weight']);
  expect(evaluate(model, windows).loss).toBeCloseTo(Math.log(3), 6);
  model.scores.weight.assign(tf.tidy(() => tf.range(0, 9).reshape<tf.Tensor2D>([3, 3])));
  tf.tidy(() => {
    const ids = tf.tensor2d([[2], [0]], undefined, 'int32');
    expect(model.forward(ids).arraySync()).toEqual([
      [6, 7, 8],
      [0, 1, 2],
    ]);
  });
  dispose(model);
});

test('descends to the shares that counting finds', async () => {
  const counted = new NgramModel(
    new NgramCounts(
      words.map((word) => [...word]),
      { order: 2 },
    ),
    addK(0),
  );
  const model = new BigramModel(3);
  const plan = { batchSize: windows.size, epochs: 400, rng: new Rng(0), loss: crossEntropy };
  for await (const progress of train(model, new Sgd(model, { learningRate: 10 }), windows, plan))
    void progress;
  const byCounting = counted.loss(words.map((word) => [...word]));
  expect(evaluate(model, windows).loss).toBeCloseTo(byCounting, 2);
  expect(evaluate(model, windows).loss).toBeGreaterThan(byCounting - 1e-6);
  tf.tidy(() => {
    const shares = model
      .forward(tf.tensor2d([[1]], undefined, 'int32'))
      .softmax()
      .dataSync();
    ['</s>', 'a', 'b'].forEach((token, id) => {
      expect(shares[id]).toBeCloseTo(counted.probability(token, ['a']), 1);
    });
  });
  dispose(model);
});

test('forward leaves only its result', () => {
  const model = new BigramModel(3);
  const ids = tf.tensor2d([[1], [2]], undefined, 'int32');
  expectNoLeak(() => model.forward(ids).dispose());
  tf.dispose(ids);
  dispose(model);
});

test('refuses a longer context and no vocabulary', () => {
  const model = new BigramModel(3);
  const ids = tf.zeros<tf.Rank.R2>([4, 2], 'int32');
  expect(() => model.forward(ids)).toThrow('BigramModel: expected [batch, 1], got [4, 2]');
  ids.dispose();
  dispose(model);
  expect(() => new BigramModel(0)).toThrow(
    'Embedding: expected a whole number of tokens of at least 1, got 0',
  );
});
