import * as tf from '@tensorflow/tfjs';
import { Adam, AddingProblem, dispose, mse, parameters, Rng, RnnReader, train } from 'lineage';
import { expectNoLeak } from '../../leaks';

const config = { inSize: 2, hidden: 16, outSize: 1, activation: 'relu' } as const;

test('the answer depends on every step', () => {
  const model = new RnnReader({ ...config, activation: 'tanh' }, new Rng(0));
  tf.tidy(() => {
    const x = tf.zeros<tf.Rank.R3>([1, 5, 2]);
    for (let t = 0; t < 5; t++) {
      const changed = tf.tensor3d([Array.from({ length: 5 }, (_, s) => [s === t ? 1 : 0, 0])]);
      expect(Math.abs(model.forward(x).sub(model.forward(changed)).dataSync()[0])).toBeGreaterThan(1e-6);
    }
  });
  dispose(model);
});

test('learns to add two numbers of four', async () => {
  const model = new RnnReader(config, new Rng(1));
  const data = new AddingProblem({ time: 4, size: 512 }, new Rng(2));
  const optimizer = new Adam(model, { learningRate: 0.01 });
  let last = Number.NaN;
  const options = { batchSize: 64, steps: 250, rng: new Rng(3), loss: mse };
  for await (const { loss } of train(model, optimizer, data, options)) last = loss;
  expect(last).toBeLessThan(0.05); // always 1: 0.167
  optimizer.dispose();
  dispose(model);
});

test('refuses other inputs', () => {
  const model = new RnnReader(config, new Rng(0));
  tf.tidy(() => {
    expect(() => model.forward(tf.zeros([1, 5, 3]))).toThrow(
      'RnnReader: expected [batch, time, 2], got [1, 5, 3]',
    );
    expect(() => model.forward(tf.zeros([1, 0, 2]))).toThrow('with at least one example');
  });
  dispose(model);
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const model = new RnnReader(config, new Rng(0));
    const x = tf.ones<tf.Rank.R3>([2, 3, 2]);
    const { value, grads } = tf.variableGrads(
      () => model.forward(x).square().sum<tf.Scalar>(),
      Object.values(parameters(model)),
    );
    tf.dispose([x, value, grads]);
    dispose(model);
  });
});
