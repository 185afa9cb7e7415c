import * as tf from '@tensorflow/tfjs';
import {
  Adam,
  crossEntropy,
  dispose,
  LstmLanguageModel,
  parameters,
  Rng,
  RnnLanguageModel,
  readAlong,
  Sgd,
  TextStreams,
  type TrainAlongProgress,
  trainAlong,
} from 'lineage';

const config = { vocabulary: 5, channels: 4, hidden: 12 };
const cycle = (length: number) => Int32Array.from({ length }, (_, index) => [0, 1, 2, 1, 3, 4][index % 6]);
const model = (seed = 0) => new RnnLanguageModel(config, new Rng(seed));

async function all(run: AsyncIterable<TrainAlongProgress>): Promise<TrainAlongProgress[]> {
  const made: TrainAlongProgress[] = [];
  for await (const progress of run) made.push(progress);
  return made;
}

test('the second update is that of the window alone, begun with the state that the first model left', async () => {
  const trained = model();
  const byHand = model();
  const text = new TextStreams(cycle(60), { streams: 2, window: 5 });
  const rate = 0.5;
  const optimizer = new Sgd(trained, { learningRate: rate });
  const made = await all(trainAlong(trained, optimizer, text, { steps: 2 }));
  // By hand: the state is made of numbers, through which no gradient can flow.
  let numbers: number[][][] = byHand.emptyState(2).h.arraySync();
  const losses = [0, 1].map((window) =>
    tf.tidy(() => {
      const variables = Object.values(parameters(byHand));
      const { x, y } = text.take(window);
      const h = tf.tensor3d(numbers);
      const loss = () => crossEntropy(byHand.read(x, { h }).logits, y);
      const { value, grads } = tf.variableGrads(loss, variables);
      numbers = byHand.read(x, { h }).state.h.arraySync();
      for (const variable of variables) variable.assign(variable.sub(grads[variable.name].mul(rate)));
      return value.dataSync()[0];
    }),
  );
  expect(made).toHaveLength(2);
  for (const [step, { loss }] of made.entries()) expect(loss).toBeCloseTo(losses[step], 5);
  const pairs = Object.entries(parameters(trained)).map(([path, variable]) => [
    variable,
    parameters(byHand)[path],
  ]);
  for (const [a, b] of pairs) expect(tf.tidy(() => a.sub(b).abs().max().dataSync()[0])).toBeLessThan(1e-5);
  dispose([trained, byHand]);
});

test('compiled steps do what the first ones did, and behind the last window it begins anew', async () => {
  const trained = model();
  const text = new TextStreams(cycle(61), { streams: 2, window: 5 });
  expect(text.windows).toBe(6);
  const optimizer = new Sgd(trained, { learningRate: 1e-30 }); // nothing changes
  const made = await all(trainAlong(trained, optimizer, text, { steps: 18 }));
  for (let step = 6; step < 18; step++) expect(made[step].loss).toBeCloseTo(made[step - 6].loss, 5);
  const mean = made.slice(0, 6).reduce((sum, { loss }) => sum + loss / 6, 0);
  expect(readAlong(trained, text)).toBeCloseTo(mean, 5);
  dispose(trained);
});

test.each([
  ['an RNN', () => model(1)],
  ['an LSTM', () => new LstmLanguageModel(config, new Rng(1))],
])('with windows of two tokens %s learns what takes a memory', async (_, make) => {
  // After 1 comes 2 or 3, by what was before it; two tokens a window, so that it must have been carried over.
  const trained = make();
  const text = new TextStreams(cycle(400), { streams: 3, window: 2 });
  const optimizer = new Adam(trained, { learningRate: 0.02 });
  await all(trainAlong(trained as RnnLanguageModel, optimizer, text, { steps: 300, clipNorm: 1 }));
  expect(readAlong(trained as RnnLanguageModel, text)).toBeLessThan(0.1);
  optimizer.dispose();
  dispose(trained);
});

test('measures where it was asked to, and stops at a signal', async () => {
  const trained = model();
  const optimizer = new Sgd(trained, { learningRate: 0.1 });
  const text = new TextStreams(cycle(60), { streams: 2, window: 5 });
  const heldOut = { every: 2, measure: () => ({ loss: 7 }) };
  const made = await all(trainAlong(trained, optimizer, text, { steps: 5, heldOut }));
  expect(made.map(({ heldOut }) => heldOut?.loss)).toEqual([undefined, 7, undefined, 7, 7]);
  const stop = new AbortController();
  const run = trainAlong(trained, optimizer, text, { steps: 5, signal: stop.signal });
  await run.next();
  stop.abort(new Error('enough'));
  await expect(run.next()).rejects.toThrow('enough');
  dispose(trained);
});

test('refuses what makes no sense, at once', () => {
  const trained = model();
  const optimizer = new Sgd(trained, { learningRate: 0.1 });
  const text = new TextStreams(cycle(60), { streams: 2, window: 5 });
  const run = (options: object) => () => trainAlong(trained, optimizer, text, { steps: 1, ...options });
  expect(run({ steps: 0 })).toThrow('trainAlong: expected a whole number of steps of at least 1, got 0');
  expect(run({ clipNorm: 0 })).toThrow('trainAlong: expected a clipNorm above 0, got 0');
  expect(run({ heldOut: { every: 0 } })).toThrow('steps between held-out measures of at least 1, got 0');
  dispose(trained);
});

test('says at which step the loss ceased to be a number', async () => {
  const trained = model();
  trained.output.weight.assign(tf.fill(trained.output.weight.shape, Number.NaN) as tf.Tensor2D);
  const optimizer = new Sgd(trained, { learningRate: 0.1 });
  const text = new TextStreams(cycle(60), { streams: 2, window: 5 });
  await expect(all(trainAlong(trained, optimizer, text, { steps: 3 }))).rejects.toThrow(
    'trainAlong: step 1: expected a finite loss, got NaN',
  );
  dispose(trained);
});

test('leaks nothing, also when left early', async () => {
  const trained = model();
  const optimizer = new Sgd(trained, { learningRate: 0.1 });
  const text = new TextStreams(cycle(60), { streams: 2, window: 5 });
  const { numTensors: before } = tf.memory();
  await all(trainAlong(trained, optimizer, text, { steps: 7 }));
  for await (const { step } of trainAlong(trained, optimizer, text, { steps: 7 })) if (step === 3) break;
  expect(tf.memory().numTensors).toBe(before);
  dispose(trained);
});
