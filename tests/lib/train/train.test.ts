import * as tf from '@tensorflow/tfjs';
import {
  AdamW,
  type Batch,
  cosine,
  crossEntropy,
  type Dataset,
  dispose,
  Mlp,
  type Progress,
  parameters,
  Rng,
  Sgd,
  train,
  twoMoons,
} from 'lineage';
import { weightsOf } from './weights-of';

const moons = twoMoons({ size: 50, noise: 0.1 }, new Rng(1));
const common = { batchSize: 8, rng: new Rng(3), loss: crossEntropy };

function start() {
  const model = new Mlp({ layers: [2, 8, 2], activation: 'relu', dropout: 0.1 }, new Rng(2));
  const optimizer = new AdamW(model, { learningRate: 0.01 });
  return { model, optimizer };
}

async function collect(run: AsyncIterable<Progress>): Promise<Progress[]> {
  const history: Progress[] = [];
  for await (const progress of run) history.push(progress);
  return history;
}

test('the loss falls well below chance, and every step reports', async () => {
  const { model, optimizer } = start();
  const history = await collect(train(model, optimizer, moons, { ...common, epochs: 60 }));
  expect(history.map(({ step }) => step)).toEqual(Array.from({ length: 420 }, (_, index) => index + 1));
  const [first, last] = [history[0], history[history.length - 1]];
  expect(first).toMatchObject({ steps: 420, epoch: 1, epochs: 60, learningRate: 0.01 });
  expect(last).toMatchObject({ step: 420, epoch: 60, secondsLeft: 0 });
  expect(history[7].epoch).toBe(2); // 50 examples in batches of 8: 7 steps an epoch
  expect(first.loss).toBeGreaterThan(0.5);
  const end = history.slice(-7).reduce((sum, { loss }) => sum + loss / 7, 0);
  expect(end).toBeLessThan(0.3);
  expect(first.examplesPerSecond).toBeGreaterThan(0);
  expect(first.secondsLeft).toBeGreaterThan(0);
  expect(optimizer.steps).toBe(420);
});

test('reports the loss and the gradient’s length of the batch, as they are before the update', async () => {
  const { model, optimizer } = start();
  const whole: Dataset = moons;
  const { x, y } = moons.take([...Array(50).keys()]);
  const plain = new Mlp({ layers: [2, 8, 2], activation: 'relu' }, new Rng(2)); // the same start, no dropout
  const { value, grads } = tf.variableGrads(() => crossEntropy(plain.forward(x), y));
  const squares = Object.values(parameters(plain)).map(
    ({ name }) => grads[name].square().sum().dataSync()[0],
  );
  const sgd = new Sgd(plain, { learningRate: 0.1 });
  const [progress] = await collect(train(plain, sgd, whole, { ...common, batchSize: 50, steps: 1 }));
  expect(progress.loss).toBeCloseTo(value.dataSync()[0], 5);
  expect(progress.gradientNorm).toBeCloseTo(Math.sqrt(squares.reduce((sum, square) => sum + square)), 5);
  tf.dispose([x, y, value, ...Object.values(grads)]);
  for (const model_ of [model, plain]) dispose(model_);
  for (const optimizer_ of [optimizer, sgd]) optimizer_.dispose();
});

test('the same seed gives the same weights, another seed others', async () => {
  const run = async (seed: number) => {
    const { model, optimizer } = start();
    await collect(train(model, optimizer, moons, { ...common, rng: new Rng(seed), epochs: 3 }));
    return weightsOf(model);
  };
  const first = await run(3);
  expect(await run(3)).toEqual(first);
  expect(await run(4)).not.toEqual(first);
});

test('what was drawn from the Rng before does not matter, only its seed', async () => {
  const run = async (rng: Rng) => {
    const { model, optimizer } = start();
    await collect(train(model, optimizer, moons, { ...common, rng, steps: 5 }));
    return weightsOf(model);
  };
  const used = new Rng(3);
  used.normal();
  expect(await run(used)).toEqual(await run(new Rng(3)));
});

test('21 steps are 3 epochs', async () => {
  const [bySteps, byEpochs] = await Promise.all(
    [{ steps: 21 } as const, { epochs: 3 } as const].map(async (length) => {
      const { model, optimizer } = start();
      await collect(train(model, optimizer, moons, { ...common, ...length }));
      return weightsOf(model);
    }),
  );
  expect(bySteps).toEqual(byEpochs);
});

test('an epoch visits every example once, in a new order each time; the last batch is short', async () => {
  const seen: number[][] = [];
  const watched: Dataset = {
    size: 50,
    take: (indices) => {
      seen.push(Array.from(indices));
      return moons.take(indices);
    },
  };
  const { model, optimizer } = start();
  await collect(train(model, optimizer, watched, { ...common, epochs: 2 }));
  expect(seen.map(({ length }) => length)).toEqual([8, 8, 8, 8, 8, 8, 2, 8, 8, 8, 8, 8, 8, 2]);
  const [first, second] = [seen.slice(0, 7).flat(), seen.slice(7).flat()];
  const all = Array.from({ length: 50 }, (_, index) => index);
  expect([...first].sort((a, b) => a - b)).toEqual(all);
  expect([...second].sort((a, b) => a - b)).toEqual(all);
  expect(first).not.toEqual(all);
  expect(first).not.toEqual(second);
});

test('a data set smaller than a batch is one batch', async () => {
  const { model, optimizer } = start();
  const history = await collect(train(model, optimizer, moons, { ...common, batchSize: 64, epochs: 2 }));
  expect(history.map(({ epoch }) => epoch)).toEqual([1, 2]);
});

test('clipNorm changes the update, not the reported length', async () => {
  const run = async (clipNorm?: number) => {
    const model = new Mlp({ layers: [2, 8, 2], activation: 'relu' }, new Rng(2));
    const optimizer = new Sgd(model, { learningRate: 1 });
    const before = weightsOf(model);
    const [{ gradientNorm }] = await collect(
      train(model, optimizer, moons, { ...common, clipNorm, steps: 1 }),
    );
    const moved = Math.hypot(...weightsOf(model).map((weight, index) => weight - before[index]));
    return { gradientNorm, moved };
  };
  const free = await run();
  expect(free.moved).toBeCloseTo(free.gradientNorm, 5);
  const clipped = await run(free.gradientNorm / 4);
  expect(clipped.gradientNorm).toBe(free.gradientNorm);
  expect(clipped.moved).toBeCloseTo(free.gradientNorm / 4, 5);
});

test('the learning rate is that of the step, by the schedule', async () => {
  const { model } = start();
  const schedule = cosine({ peak: 0.1, steps: 5 });
  const optimizer = new AdamW(model, { learningRate: schedule });
  const history = await collect(train(model, optimizer, moons, { ...common, steps: 5 }));
  expect(history.map(({ learningRate }) => learningRate)).toEqual([0, 1, 2, 3, 4].map(schedule));
});

test('measures on held-out data every n steps and after the last', async () => {
  const { model, optimizer } = start();
  let calls = 0;
  const heldOut = { every: 3, measure: async () => ({ calls: ++calls }) };
  const history = await collect(train(model, optimizer, moons, { ...common, steps: 7, heldOut }));
  const measured = history.filter((progress) => progress.heldOut).map(({ step, heldOut }) => [step, heldOut]);
  expect(measured).toEqual([
    [3, { calls: 1 }],
    [6, { calls: 2 }],
    [7, { calls: 3 }],
  ]);
  expect('heldOut' in history[0]).toBe(false);
});

test('timers go on while it trains', async () => {
  const { model, optimizer } = start();
  let ticks = 0;
  const timer = setInterval(() => ticks++, 5);
  const slow: Dataset = {
    size: 50,
    take: (indices) => {
      for (const until = performance.now() + 10; performance.now() < until; );
      return moons.take(indices);
    },
  };
  await collect(train(model, optimizer, slow, { ...common, steps: 40 })); // at least 400 ms of work
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(5);
});

test('nothing happens until progress is asked for', () => {
  const { model, optimizer } = start();
  const before = weightsOf(model);
  train(model, optimizer, moons, { ...common, steps: 5 });
  expect(weightsOf(model)).toEqual(before);
});

test('leaving the loop by break frees everything, and training can go on', async () => {
  const { model, optimizer } = start();
  const before = tf.memory().numTensors;
  for await (const { step } of train(model, optimizer, moons, { ...common, epochs: 5 }))
    if (step === 3) break;
  expect(tf.memory().numTensors).toBe(before);
  expect(optimizer.steps).toBe(3);
  const history = await collect(train(model, optimizer, moons, { ...common, steps: 2 }));
  expect(history).toHaveLength(2);
  expect(optimizer.steps).toBe(5);
  expect(tf.memory().numTensors).toBe(before);
});

test('a loss that throws leaves no tensors behind', async () => {
  const { model, optimizer } = start();
  const before = tf.memory().numTensors;
  const loss = (): tf.Scalar => {
    throw new Error('no such loss');
  };
  await expect(collect(train(model, optimizer, moons, { ...common, loss, steps: 2 }))).rejects.toThrow(
    'no such loss',
  );
  expect(tf.memory().numTensors).toBe(before);
});

test.each([
  [{ batchSize: 0, steps: 1 }, 'train: expected a whole number of examples per batch of at least 1, got 0'],
  [
    { batchSize: 2.5, steps: 1 },
    'train: expected a whole number of examples per batch of at least 1, got 2.5',
  ],
  [{ epochs: 0 }, 'train: expected a whole number of epochs of at least 1, got 0'],
  [{ steps: -1 }, 'train: expected a whole number of steps of at least 1, got -1'],
  [{ steps: 1, clipNorm: 0 }, 'train: expected a clipNorm above 0, got 0'],
  [
    { steps: 1, heldOut: { every: 0, measure: () => ({}) } },
    'train: expected a whole number of steps between held-out measures of at least 1, got 0',
  ],
  [
    { steps: 1, checkpoint: { path: 'never', every: 0.5 } },
    'train: expected a whole number of steps between checkpoints of at least 1, got 0.5',
  ],
])('refuses %j at once', (wrong, message) => {
  const { model, optimizer } = start();
  const options = { ...common, ...wrong } as Parameters<typeof train>[3];
  expect(() => train(model, optimizer, moons, options)).toThrow(message);
});

test('wants either steps or epochs, already when compiling', () => {
  const { model, optimizer } = start();
  // @ts-expect-error: both
  expect(() => train(model, optimizer, moons, { ...common, steps: 1, epochs: 1 })).toThrow(
    'train: expected either epochs or steps, got both',
  );
  // @ts-expect-error: neither
  expect(() => train(model, optimizer, moons, common)).toThrow(
    'train: expected either epochs or steps, got neither',
  );
});

test('a misspelt option does not compile', () => {
  const { model, optimizer } = start();
  // @ts-expect-error: clipnorm is not an option
  train(model, optimizer, moons, { ...common, steps: 1, clipnorm: 1 });
  // @ts-expect-error: evry is not an option
  train(model, optimizer, moons, { ...common, steps: 1, checkpoint: { path: 'never', every: 1, evry: 1 } });
  expect(weightsOf(model)).toEqual(weightsOf(start().model)); // a run that nobody asks for progress doesn't train
});

test('refuses an empty data set', () => {
  const { model, optimizer } = start();
  const empty: Dataset = { size: 0, take: (): Batch => ({ x: tf.zeros([0, 2]), y: tf.zeros([0]) }) };
  expect(() => train(model, optimizer, empty, { ...common, steps: 1 })).toThrow(
    'train: expected a data set with examples, got an empty one',
  );
});

test('refuses an optimizer of another model, as after making only the model anew', () => {
  const { optimizer } = start();
  const { model } = start();
  expect(() => train(model, optimizer, moons, { ...common, steps: 1 })).toThrow(
    'train: expected an optimizer of this model, got one that updates another layers.0.weight. ' +
      'Was the model made anew? Then make the optimizer after it.',
  );
});

test('a parameter that the loss does not depend on is named', async () => {
  const { model } = start();
  const withSpare = {
    used: model,
    spare: new Mlp({ layers: [2, 2], activation: 'relu' }, new Rng(0)),
    forward: (x: tf.Tensor) => model.forward(x),
  };
  const optimizer = new Sgd(withSpare, { learningRate: 0.1 });
  await expect(collect(train(withSpare, optimizer, moons, { ...common, steps: 1 }))).rejects.toThrow(
    "trainStep: expected a loss that depends on spare.layers.0.weight, got one that doesn't",
  );
});
