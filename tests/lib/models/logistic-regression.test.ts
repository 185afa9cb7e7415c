import * as tf from '@tensorflow/tfjs';
import * as fc from 'fast-check';
import {
  AdamW,
  crossEntropy,
  dispose,
  Examples,
  evaluate,
  LogisticRegression,
  parameters,
  Rng,
  Sgd,
  softmax,
  train,
} from 'lineage';
import { expectNoLeak } from '../../leaks';

const x = [
  [1, -2, 3],
  [0.5, 0, -1],
  [2, 1, 0],
  [-1, 1, 1],
];
const labels = [0, 2, 1, 2];

/** A model whose weights are no longer zero. */
function moved(seed: number): LogisticRegression {
  const model = new LogisticRegression({ inputs: 3, classes: 4 });
  const rng = new Rng(seed);
  for (const p of Object.values(parameters(model)))
    tf.tidy(() =>
      p.assign(
        tf.tensor(
          Array.from({ length: p.size }, () => rng.normal()),
          p.shape,
        ),
      ),
    );
  return model;
}

test('starts without an opinion: every class equally likely', () => {
  const model = new LogisticRegression({ inputs: 3, classes: 4 });
  tf.tidy(() => {
    const p = softmax(model.forward(tf.tensor2d(x))).dataSync();
    expect([...p].every((value) => value === 0.25)).toBe(true);
    const loss = crossEntropy(model.forward(tf.tensor2d(x)), tf.tensor1d(labels, 'int32'));
    expect(loss.dataSync()[0]).toBeCloseTo(Math.log(4), 6);
  });
  dispose(model);
});

test('its gradient is Xᵀ(P − Y)/n for the weights and the mean of P − Y for the biases', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const model = moved(seed);
      tf.tidy(() => {
        const X = tf.tensor2d(x);
        const y = tf.tensor1d(labels, 'int32');
        const { weight, bias } = model.linear;
        const { grads } = tf.variableGrads(() => crossEntropy(model.forward(X), y));
        const P = softmax(X.matMul(weight).add(bias as tf.Tensor)).arraySync() as number[][];
        const error = P.map((row, i) => row.map((p, c) => p - Number(c === labels[i])));
        const byHand = [0, 1, 2].map((j) =>
          [0, 1, 2, 3].map((c) => x.reduce((sum, row, i) => sum + (row[j] * error[i][c]) / x.length, 0)),
        );
        const got = grads[weight.name].arraySync() as number[][];
        byHand.flat().forEach((value, at) => {
          expect(got.flat()[at]).toBeCloseTo(value, 5);
        });
        const mean = [0, 1, 2, 3].map((c) => error.reduce((sum, row) => sum + row[c] / x.length, 0));
        [...grads[(bias as tf.Variable).name].dataSync()].forEach((value, c) => {
          expect(value).toBeCloseTo(mean[c], 5);
        });
      });
      dispose(model);
    }),
    { numRuns: 20 },
  );
});

test('on one number and two classes it finds the weight that is known', async () => {
  // at x = 1 three of four are class 1, at x = −1 one of four: log-odds ln 3 per unit of x, no bias
  const data = new Examples([[1], [1], [1], [1], [-1], [-1], [-1], [-1]], [1, 1, 1, 0, 0, 0, 0, 1]);
  const model = new LogisticRegression({ inputs: 1, classes: 2 });
  const optimizer = new Sgd(model, { learningRate: 1 });
  const plan = { batchSize: 8, epochs: 200, rng: new Rng(1), loss: crossEntropy };
  for await (const progress of train(model, optimizer, data, plan)) void progress;
  const [against, by] = model.linear.weight.dataSync();
  expect(by - against).toBeCloseTo(Math.log(3), 4);
  const [low, high] = (model.linear.bias as tf.Variable).dataSync();
  expect(high - low).toBeCloseTo(0, 4);
  expect(evaluate(model, data).accuracy).toBe(0.75);
  dispose(model);
  optimizer.dispose();
});

test('weight decay keeps the weights small where the classes can be told apart', async () => {
  const data = new Examples([[1], [-1]], [1, 0]);
  const size = async (weightDecay: number) => {
    const model = new LogisticRegression({ inputs: 1, classes: 2 });
    const optimizer = new AdamW(model, { learningRate: 0.1, weightDecay });
    const plan = { batchSize: 2, epochs: 300, rng: new Rng(1), loss: crossEntropy };
    for await (const progress of train(model, optimizer, data, plan)) void progress;
    const largest = Math.max(...model.linear.weight.dataSync());
    dispose(model);
    optimizer.dispose();
    return largest;
  };
  expect(await size(1)).toBeLessThan((await size(0)) / 3);
});

test('the labels renamed, the probabilities are renamed and nothing else', () => {
  const model = moved(5);
  const renamed = moved(5);
  tf.tidy(() => {
    const order = tf.tensor1d([2, 0, 3, 1], 'int32');
    renamed.linear.weight.assign(model.linear.weight.gather(order, 1));
    (renamed.linear.bias as tf.Variable).assign((model.linear.bias as tf.Variable).gather(order));
    const X = tf.tensor2d(x);
    const [a, b] = [model, renamed].map((one) => softmax(one.forward(X)));
    const expected = a.gather(order, 1).dataSync();
    b.dataSync().forEach((p, at) => {
      expect(p).toBeCloseTo(expected[at], 5);
    });
  });
  dispose([model, renamed]);
});

test('forward leaves only its result', () => {
  const model = moved(1);
  const X = tf.tensor2d(x);
  expectNoLeak(() => model.forward(X).dispose());
  X.dispose();
  dispose(model);
});

test('wrong input is refused by name', () => {
  expect(() => new LogisticRegression({ inputs: 3, classes: 1 })).toThrow(
    'LogisticRegression: expected a whole number of classes of at least 2, got 1',
  );
  expect(() => new LogisticRegression({ inputs: 0, classes: 2 })).toThrow('of inputs of at least 1, got 0');
  const model = new LogisticRegression({ inputs: 3, classes: 4 });
  tf.tidy(() => {
    expect(() => model.forward(tf.ones([8, 4]))).toThrow('Linear(3 → 4): expected [..., 3], got [8, 4]');
    expect(() => model.forward(tf.tensor2d([[1, Number.NaN, 2]]))).toThrow(
      'expected finite numbers, got NaN at [0, 1]',
    );
  });
  dispose(model);
});
