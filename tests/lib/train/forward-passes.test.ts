import * as tf from '@tensorflow/tfjs';
import {
  accuracy,
  confusionMatrix,
  type Dataset,
  dispose,
  Embedding,
  evaluate,
  Gpt,
  type Layer,
  LstmLanguageModel,
  parameters,
  predict,
  Rng,
} from 'lineage';
import { expectNoLeak } from '../../leaks';

type LanguageModel = Layer<tf.Tensor2D, tf.Tensor3D>;

/** Rows of tokens, to say what comes next. */
const data: Dataset<tf.Tensor2D, tf.Tensor2D> = {
  size: 47, // nine whole batches, and one of two rows
  take: (indices) => {
    const token = (row: number, t: number) => (row * 3 + t * t) % 7;
    const rows = (later: number) =>
      tf.tensor2d(
        Array.from(indices, (index) => Array.from({ length: 6 }, (_, t) => token(index, t + later))),
        undefined,
        'int32',
      );
    return { x: rows(0), y: rows(1) };
  },
};
const batchSize = 5;
const compiles = () => tf.getBackend() === 'tensorflow';

let model: Gpt;
let calls: number;
beforeEach(() => {
  model = new Gpt({ vocabulary: 7, context: 6, layers: 2, heads: 2, channels: 8 }, new Rng(1));
  // Weights of the start are so small that every logit is nearly 0; these are as after some training.
  for (const variable of Object.values(parameters(model)))
    if (variable.rank === 2) tf.tidy(() => variable.assign(variable.mul(10)));
  const { forward } = model;
  calls = 0;
  model.forward = (...inputs) => {
    calls++;
    return forward.apply(model, inputs);
  };
});
afterEach(() => dispose(model));

/** Every number that is measured of a model. */
function measures(model: LanguageModel): number[] {
  return [
    ...Object.values(evaluate(model, data, { batchSize })),
    accuracy(model, data, { batchSize }),
    ...confusionMatrix(model, data, { batchSize }).flat(),
    ...predict(model, data, { batchSize }),
  ];
}

/** The same of a model that was never seen before, and so of eager passes. */
const eagerly = (model: LanguageModel) => measures({ forward: (x) => model.forward(x) });

/** Until enough batches have gone by. */
function warmUp(model: LanguageModel): void {
  for (let walk = 0; walk < 5; walk++) evaluate(model, data, { batchSize });
}

function expectSame(got: readonly number[], expected: readonly number[]): void {
  expect(got).toHaveLength(expected.length);
  const worst = Math.max(...got.map((value, index) => Math.abs(value - expected[index])));
  expect(worst).toBeLessThan(1e-6);
}

test('measures of a model seen often run as a graph, but for one batch and the short one', () => {
  warmUp(model);
  for (const measure of [
    () => evaluate(model, data, { batchSize }),
    () => accuracy(model, data, { batchSize }),
    () => confusionMatrix(model, data, { batchSize }),
    () => predict(model, data, { batchSize }),
  ]) {
    calls = 0;
    measure();
    expect(calls).toBe(compiles() ? 2 : 10);
  }
});

test('compiled, the measures are those of eager passes', () => {
  warmUp(model);
  expectSame(measures(model), eagerly(model));
});

test('also those of a recurrent model', () => {
  const recurrent = new LstmLanguageModel({ vocabulary: 7, channels: 4, hidden: 8 }, new Rng(2));
  warmUp(recurrent);
  expectSame(measures(recurrent), eagerly(recurrent));
  dispose(recurrent);
});

test('what is edited in between is seen: a parameter, a layer, a number outside of the model', () => {
  let scale = 1;
  const scaled = { forward: (x: tf.Tensor2D) => model.forward(x).mul<tf.Tensor3D>(scale) };
  warmUp(scaled);
  const seen = [measures(scaled)];
  const expectSeen = () => {
    const now = measures(scaled);
    expectSame(now, eagerly(scaled));
    for (const before of seen) expect(Math.abs(now[0] - before[0])).toBeGreaterThan(1e-3);
    seen.push(now);
  };
  const { weight } = model.norm;
  tf.tidy(() => weight.assign(weight.mul(1.5)));
  expectSeen();
  const old = model.tokens;
  Object.assign(model, { tokens: new Embedding(7, 8, new Rng(9)) });
  expectSeen();
  dispose(old);
  scale = 0.5;
  expectSeen();
});

test('a model that reads data in its middle is measured eagerly, with the same result', () => {
  const reading: LanguageModel = {
    forward: (x) => {
      const logits = model.forward(x);
      return logits.mul<tf.Tensor3D>(logits.max().dataSync()[0] > 1 ? 2 : 1);
    },
  };
  warmUp(reading);
  calls = 0;
  expectSame(measures(reading), eagerly(reading));
  expect(calls).toBe(2 * 4 * 10);
});

test('a number that is not finite is still found where it first appears', () => {
  warmUp(model);
  const { weight } = model.blocks[1].feedForward.expand;
  tf.tidy(() => weight.assign(weight.mul(Number.NaN)));
  expect(() => evaluate(model, data, { batchSize })).toThrow(
    'blocks.1.feedForward.contract: Linear(32 → 8): expected finite numbers, got NaN at [0, 0, 0]',
  );
});

test('a token outside of the vocabulary is refused by name', () => {
  warmUp(model);
  const strange: typeof data = {
    size: 30,
    take: (indices) => {
      const { x, y } = data.take(indices);
      return { x: indices[0] < 15 ? x : x.add<tf.Tensor2D>(tf.scalar(1, 'int32')), y };
    },
  };
  expect(() => predict(model, strange, { batchSize })).toThrow(
    'Embedding: token 7 is outside the vocabulary of 7 (0–6)',
  );
});

test('1,000 passes leave nothing behind, nor do those that fail', () => {
  warmUp(model);
  const bytes = tf.memory().numBytes;
  expectNoLeak(() => {
    for (let batches = 0; batches < 1000; batches += 10) evaluate(model, data, { batchSize });
    tf.tidy(() => model.norm.weight.assign(tf.fill([8], Number.NaN)));
    expect(() => evaluate(model, data, { batchSize })).toThrow('expected finite numbers');
  });
  expect(tf.memory().numBytes).toBe(bytes);
});
