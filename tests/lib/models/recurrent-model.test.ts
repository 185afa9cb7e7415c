import * as tf from '@tensorflow/tfjs';
import {
  Adam,
  crossEntropy,
  dispose,
  evaluate,
  Gru,
  Lstm,
  parameters,
  Recall,
  RecurrentModel,
  Rng,
  Rnn,
  train,
} from 'lineage';
import { expectNoLeak } from '../../leaks';

const config = { vocabulary: 5, channels: 3, hidden: 8, answer: 'each' } as const;
const ids = (...rows: number[][]) => tf.tensor2d(rows, [rows.length, rows[0].length], 'int32');
const cells = [
  ['rnn', Rnn, 1],
  ['lstm', Lstm, 4],
  ['gru', Gru, 3],
] as const;

test.each(cells)('%s: one answer per token, from what came up to it', (cell, kind, gates) => {
  const model = new RecurrentModel({ ...config, cell, classes: 7 }, new Rng(0));
  expect(model.recurrent).toBeInstanceOf(kind);
  // V C + gates (H C + H H + 2 H) + H K + K
  const numbers = Object.values(parameters(model)).reduce((sum, { size }) => sum + size, 0);
  expect(numbers).toBe(5 * 3 + gates * (8 * 3 + 8 * 8 + 2 * 8) + 8 * 7 + 7);
  tf.tidy(() => {
    const [a, b] = [ids([1, 2, 3, 4]), ids([1, 2, 3, 0])].map((x) => model.forward(x));
    expect(a.shape).toEqual([1, 4, 7]);
    const apart = a.sub(b).abs().max(2).reshape([4]).dataSync();
    expect([...apart.slice(0, 3)]).toEqual([0, 0, 0]);
    expect(apart[3]).toBeGreaterThan(1e-4);
  });
  dispose(model);
});

test.each(cells)('%s: where only the last state answers, it is the last of all answers', (cell) => {
  const each = new RecurrentModel({ ...config, cell }, new Rng(0));
  const last = new RecurrentModel({ ...config, cell, answer: 'last' }, new Rng(0));
  tf.tidy(() => {
    const x = ids([1, 2, 3], [4, 0, 2]);
    const y = last.forward(x);
    expect(y.shape).toEqual([2, 5]);
    const ends = each.forward(x).slice([0, 2, 0], [2, 1, 5]).reshape([2, 5]);
    expect(y.sub(ends).abs().max().dataSync()[0]).toBeLessThan(1e-6);
  });
  dispose([each, last]);
});

test.each(cells)('%s learns to recall the first of three symbols', async (cell) => {
  const data = new Recall({ size: 200, lag: 2, kinds: 3 }, new Rng(0));
  const sizes = { vocabulary: data.vocabulary, channels: 4, hidden: 12, classes: 3 };
  const model = new RecurrentModel({ ...sizes, cell, answer: 'last' }, new Rng(1));
  const optimizer = new Adam(model, { learningRate: 0.02 });
  const plan = { batchSize: 50, steps: 150, rng: new Rng(2), loss: crossEntropy };
  for await (const progress of train(model, optimizer, data, plan)) void progress;
  expect(evaluate(model, data).accuracy).toBeGreaterThan(0.95);
  optimizer.dispose();
  dispose(model);
});

test('refuses what is no row of tokens, and a cell or an answer that there is not', () => {
  const model = new RecurrentModel({ ...config, cell: 'gru' }, new Rng(0));
  tf.tidy(() => {
    expect(() => model.forward(tf.zeros([2, 0], 'int32'))).toThrow(
      'RecurrentModel: expected [batch, time] with at least one example, got [2, 0]',
    );
    expect(() => model.forward(ids([1, 9]))).toThrow('token 9 is outside the vocabulary of 5');
  });
  dispose(model);
  const make = (odd: object) => () =>
    new RecurrentModel({ ...config, cell: 'rnn', ...odd } as never, new Rng(0));
  expect(make({ cell: 'tree' })).toThrow(
    'RecurrentModel: expected one of the cells rnn, lstm and gru, got tree',
  );
  expect(make({ answer: 'first' })).toThrow(
    'RecurrentModel: expected an answer at each token or the last, got first',
  );
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const model = new RecurrentModel({ ...config, cell: 'lstm', answer: 'last' }, new Rng(0));
    const x = ids([1, 2, 3]);
    const work = () => model.forward(x).square().sum<tf.Scalar>();
    const { value, grads } = tf.variableGrads(work, Object.values(parameters(model)));
    tf.dispose([x, value, grads]);
    dispose(model);
  });
});
