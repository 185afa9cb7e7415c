import * as tf from '@tensorflow/tfjs';
import {
  AdamW,
  crossEntropy,
  dispose,
  evaluate,
  NeuralLanguageModel,
  parameters,
  Rng,
  train,
  Windows,
} from 'lineage';
import { expectNoLeak } from '../../leaks';

const config = { vocabulary: 5, contextLength: 3, channels: 2, hidden: 4 } as const;
const make = (seed: number) => new NeuralLanguageModel(config, new Rng(seed));
const ids = () =>
  tf.tensor2d(
    [
      [0, 1, 4],
      [3, 3, 2],
    ],
    undefined,
    'int32',
  );

test('its parameters are the table, the hidden layer and the output', () => {
  const model = make(0);
  expect(Object.entries(parameters(model)).map(([path, { shape }]) => [path, shape])).toEqual([
    ['tokens.weight', [5, 2]],
    ['hidden.weight', [6, 4]],
    ['hidden.bias', [4]],
    ['output.weight', [4, 5]],
    ['output.bias', [5]],
  ]);
  dispose(model);
});

test('is b + U tanh(d + H x), x the vectors of the context side by side', () => {
  const model = make(1);
  tf.tidy(() => {
    const logits = model.forward(ids());
    const table = model.tokens.weight.arraySync();
    const [H, d] = [model.hidden.weight.arraySync(), model.hidden.bias!.arraySync()];
    const [U, b] = [model.output.weight.arraySync(), model.output.bias!.arraySync()];
    const x = [0, 1, 4].flatMap((id) => table[id]);
    const h = d.map((bias, unit) => Math.tanh(x.reduce((sum, value, i) => sum + value * H[i][unit], bias)));
    const y = b.map((bias, token) => h.reduce((sum, value, unit) => sum + value * U[unit][token], bias));
    logits.arraySync()[0].forEach((logit, token) => {
      expect(logit).toBeCloseTo(y[token], 5);
    });
  });
  dispose(model);
});

test('has the gradient of its central differences, in every parameter', () => {
  const model = make(2);
  tf.tidy(() => {
    const x = ids();
    const y = tf.tensor1d([3, 0], 'int32');
    const loss = () => crossEntropy(model.forward(x), y);
    const all = Object.values(parameters(model));
    const { grads } = tf.variableGrads(loss, all);
    for (const variable of all) {
      const values = [...variable.dataSync()];
      const at = (index: number, change: number) => {
        const moved = values.map((value, place) => value + (place === index ? change : 0));
        variable.assign(tf.tensor(moved, variable.shape));
        return loss().dataSync()[0];
      };
      const gradient = grads[variable.name].dataSync();
      values.forEach((_, index) => {
        const numeric = (at(index, 0.01) - at(index, -0.01)) / 0.02;
        expect(Math.abs(gradient[index] - numeric)).toBeLessThan(2e-3);
      });
      variable.assign(tf.tensor(values, variable.shape));
    }
  });
  dispose(model);
});

test('the place of a token counts', () => {
  const model = make(3);
  tf.tidy(() => {
    const [a, b] = [
      [1, 2, 3],
      [3, 2, 1],
    ].map((row) => [...model.forward(tf.tensor2d([row], undefined, 'int32')).dataSync()]);
    expect(a).not.toEqual(b);
  });
  dispose(model);
});

test('learns a rule that a bigram cannot: the token three places back comes again', async () => {
  const windows = new Windows([Array.from({ length: 60 }, (_, i) => [1, 2, 1, 3, 1, 4][i % 6])], {
    contextLength: 3,
    boundary: 0,
  });
  const model = new NeuralLanguageModel({ ...config, hidden: 16 }, new Rng(4));
  const plan = { batchSize: 61, epochs: 200, rng: new Rng(0), loss: crossEntropy };
  const before = evaluate(model, windows).loss;
  for await (const progress of train(model, new AdamW(model, { learningRate: 0.03 }), windows, plan))
    void progress;
  expect(before).toBeGreaterThan(1);
  expect(evaluate(model, windows).loss).toBeLessThan(0.2);
  dispose(model);
});

test('forward leaves only its result', () => {
  const model = make(5);
  const x = ids();
  expectNoLeak(() => model.forward(x).dispose());
  x.dispose();
  dispose(model);
});

test('refuses a wrong window, a token outside and sizes of nothing', () => {
  const model = make(6);
  const wide = tf.zeros<tf.Rank.R2>([2, 4], 'int32');
  const outside = tf.fill<tf.Rank.R2>([1, 3], 9, 'int32');
  expect(() => model.forward(wide)).toThrow('NeuralLanguageModel: expected [batch, 3], got [2, 4]');
  expect(() => model.forward(outside)).toThrow('Embedding: token 9 is outside the vocabulary of 5 (0–4)');
  tf.dispose([wide, outside]);
  dispose(model);
  expect(() => new NeuralLanguageModel({ ...config, contextLength: 0 }, new Rng(0))).toThrow(
    'NeuralLanguageModel: expected a whole number of tokens of context of at least 1, got 0',
  );
});
