import * as tf from '@tensorflow/tfjs';
import {
  Adam,
  crossEntropy,
  dispose,
  Encoder,
  evaluate,
  parameters,
  Rng,
  Sequences,
  sinusoidalPositions,
  train,
} from 'lineage';
import { expectNoLeak } from '../../leaks';

const config = { vocabulary: 7, classes: 3, channels: 8, heads: 2, layers: 2 };
const ids = (...rows: number[][]) => tf.tensor2d(rows, [rows.length, rows[0].length], 'int32');
const apart = (a: tf.Tensor, b: tf.Tensor) => a.sub(b).abs().max().dataSync()[0];
const at = (x: tf.Tensor3D, place: number) => x.slice([0, place, 0], [1, 1, -1]);

test('its parameters are those of its parts, as many whatever the heads', () => {
  const [two, four] = [2, 4].map((heads) => new Encoder({ ...config, heads }, new Rng(0)));
  const shapes = (model: Encoder) =>
    Object.fromEntries(Object.entries(parameters(model)).map(([path, { shape }]) => [path, shape]));
  expect(shapes(two)).toMatchObject({
    'embedding.weight': [7, 8],
    'layers.0.attention.qkv.weight': [8, 24],
    'layers.1.feedForward.expand.weight': [8, 32],
    'norm.weight': [8],
    'output.weight': [8, 3],
  });
  expect(shapes(four)).toEqual(shapes(two));
  dispose([two, four]);
});

test('is its parts in a row: embedding and positions, layers, norm, output', () => {
  const model = new Encoder(config, new Rng(1));
  tf.tidy(() => {
    const x = ids([1, 5, 2], [0, 6, 6]);
    const start = model.embedding.forward(x).mul(Math.sqrt(8)).add<tf.Tensor3D>(sinusoidalPositions(3, 8));
    const [first, second] = model.layers;
    const vectors = model.norm.forward(second.forward(first.forward(start)));
    expect(apart(model.forward(x), model.output.forward(vectors))).toBe(0);
    const attended = model.attend(x);
    expect(apart(attended.vectors, vectors)).toBe(0);
    expect(attended.weights.map(({ shape }) => shape)).toEqual(Array(2).fill([2, 2, 3, 3]));
    for (const sum of tf.stack(attended.weights).sum(-1).dataSync()) expect(sum).toBeCloseTo(1, 5);
  });
  dispose(model);
});

test('each layer carries news as far as its reach, and no further', () => {
  const all = new Encoder(config, new Rng(2));
  const near = new Encoder({ ...config, reach: 1 }, new Rng(2));
  tf.tidy(() => {
    const [x, other] = [ids([1, 5, 2, 3, 4]), ids([6, 5, 2, 3, 4])];
    // Two layers of reach 1: the first token is felt at places 1 and 2, not at 3.
    const [before, after] = [near.forward(x), near.forward(other)];
    expect(apart(at(before, 2), at(after, 2))).toBeGreaterThan(1e-5);
    for (const place of [3, 4]) expect(apart(at(before, place), at(after, place))).toBe(0);
    expect(apart(at(all.forward(x), 4), at(all.forward(other), 4))).toBeGreaterThan(1e-5);
  });
  dispose([all, near]);
});

test('without positions the order moves the answers along, with them it changes them', () => {
  for (const positions of [false, true]) {
    const model = new Encoder({ ...config, positions }, new Rng(3));
    tf.tidy(() => {
      const order = tf.tensor1d([2, 0, 1], 'int32');
      const x = ids([1, 5, 2]);
      const shuffled = model.forward(tf.gather(x, order, 1));
      const difference = apart(shuffled, tf.gather(model.forward(x), order, 1));
      if (positions) expect(difference).toBeGreaterThan(1e-3);
      else expect(difference).toBeLessThan(1e-5);
    });
    dispose(model);
  }
});

test('dropout acts only with an Rng', () => {
  const model = new Encoder({ ...config, dropout: 0.5 }, new Rng(4));
  tf.tidy(() => {
    const x = ids([1, 5, 2]);
    const run = (rng?: Rng) => [...model.forward(x, rng).dataSync()];
    expect(run()).toEqual(run());
    expect(run(new Rng(1))).toEqual(run(new Rng(1)));
    expect(run(new Rng(1))).not.toEqual(run());
  });
  dispose(model);
});

test('learns to tell the first token to all places', async () => {
  const rng = new Rng(5);
  const tokens = Array.from({ length: 200 }, () => Array.from({ length: 4 }, () => rng.integer(3)));
  const data = new Sequences(
    tokens,
    tokens.map(([first]) => Array(4).fill(first)),
  );
  const model = new Encoder({ vocabulary: 3, channels: 16, heads: 1, layers: 1 }, rng.fork('model'));
  const optimizer = new Adam(model, { learningRate: 1e-2 });
  const options = { batchSize: 50, steps: 100, rng: rng.fork('order'), loss: crossEntropy };
  for await (const progress of train(model, optimizer, data, options)) void progress;
  expect(evaluate(model, data).accuracy).toBeGreaterThan(0.95);
  dispose([model, optimizer]);
});

test('refuses no layers, a reach that is no count, and ids of another shape', () => {
  expect(() => new Encoder({ ...config, layers: 0 }, new Rng(0))).toThrow(
    'Encoder: expected a whole number of layers of at least 1, got 0',
  );
  expect(() => new Encoder({ ...config, reach: -1 }, new Rng(0))).toThrow(
    'Encoder: expected a whole number of tokens of reach of at least 0, got -1',
  );
  const model = new Encoder(config, new Rng(0));
  tf.tidy(() => {
    expect(() => model.forward(tf.zeros([3], 'int32') as never)).toThrow(
      'Encoder(7 tokens): expected [batch, time], got [3]',
    );
  });
  dispose(model);
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const model = new Encoder({ ...config, dropout: 0.1, reach: 1 }, new Rng(0));
    const x = ids([1, 5, 2]);
    const { vectors, weights } = model.attend(x);
    const { value, grads } = tf.variableGrads(() => model.forward(x, new Rng(1)).square().sum());
    tf.dispose([x, vectors, weights, value, grads]);
    dispose(model);
  });
});
