import * as tf from '@tensorflow/tfjs';
import { Adam, crossEntropy, dispose, LstmLanguageModel, parameters, Rng, train } from 'lineage';
import { expectNoLeak } from '../../leaks';

const config = { vocabulary: 7, channels: 6, hidden: 16 };
const ids = (...rows: number[][]) => tf.tensor2d(rows, [rows.length, rows[0].length], 'int32');

test('row t depends on the tokens up to t alone', () => {
  const model = new LstmLanguageModel({ ...config, layers: 2 }, new Rng(0));
  tf.tidy(() => {
    const [a, b] = [ids([1, 2, 3, 4]), ids([1, 2, 3, 5])].map((x) => model.forward(x));
    expect(a.shape).toEqual([1, 4, 7]);
    const apart = a.sub(b).abs().max(2).reshape([4]).dataSync();
    expect([...apart.slice(0, 3)]).toEqual([0, 0, 0]);
    expect(apart[3]).toBeGreaterThan(1e-3);
  });
  dispose(model);
});

test('token by token it says what it says of the whole row', () => {
  const model = new LstmLanguageModel({ ...config, layers: 2 }, new Rng(0));
  tf.tidy(() => {
    const x = ids([1, 2, 3, 4], [6, 5, 4, 3]);
    let state = model.emptyState(2);
    model
      .forward(x)
      .split(4, 1)
      .forEach((expected, t) => {
        const step = model.read(x.slice([0, t], [2, 1]), state);
        state = step.state;
        expect(step.logits.sub(expected).abs().max().dataSync()[0]).toBeLessThan(1e-5);
      });
  });
  dispose(model);
});

test('learns to go on with a cycle of tokens', async () => {
  const model = new LstmLanguageModel(config, new Rng(0));
  const data = {
    size: 7,
    take: (indices: ArrayLike<number>) => {
      const rows = Array.from(indices, (start) => Array.from({ length: 9 }, (_, t) => (start + t) % 7));
      return { x: ids(...rows.map((row) => row.slice(0, 8))), y: ids(...rows.map((row) => row.slice(1))) };
    },
  };
  const optimizer = new Adam(model, { learningRate: 0.02 });
  const losses: number[] = [];
  const options = { batchSize: 7, steps: 80, rng: new Rng(1), loss: crossEntropy };
  for await (const { loss } of train(model, optimizer, data, options)) losses.push(loss);
  expect(Math.abs(losses[0] - Math.log(7))).toBeLessThan(0.5);
  expect(losses[79]).toBeLessThan(0.05);
  optimizer.dispose();
  dispose(model);
});

test('drops only while training', () => {
  const model = new LstmLanguageModel({ ...config, dropout: 0.5 }, new Rng(0));
  tf.tidy(() => {
    const x = ids([1, 2, 3]);
    expect(model.forward(x).dataSync()).toEqual(model.forward(x).dataSync());
    expect(model.forward(x, new Rng(1)).dataSync()).not.toEqual(model.forward(x).dataSync());
  });
  dispose(model);
});

test('refuses what is no row of tokens', () => {
  const model = new LstmLanguageModel(config, new Rng(0));
  tf.tidy(() => {
    expect(() => model.forward(tf.zeros([2, 0], 'int32'))).toThrow(
      'LstmLanguageModel: expected [batch, time] with at least one example, got [2, 0]',
    );
    expect(() => model.forward(ids([1, 9]))).toThrow('token 9 is outside the vocabulary of 7');
  });
  dispose(model);
  expect(() => new LstmLanguageModel({ ...config, dropout: 1 }, new Rng(0))).toThrow(
    'LstmLanguageModel: expected a dropout of at least 0 and below 1, got 1',
  );
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const model = new LstmLanguageModel(config, new Rng(0));
    const x = ids([1, 2, 3]);
    const empty = model.emptyState(1);
    const { logits, hidden, state } = model.read(x, empty);
    const work = () => model.forward(x).square().sum<tf.Scalar>();
    const { value, grads } = tf.variableGrads(work, Object.values(parameters(model)));
    tf.dispose([x, empty, logits, hidden, state, value, grads]);
    dispose(model);
  });
});
