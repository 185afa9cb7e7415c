import * as tf from '@tensorflow/tfjs';
import {
  Adam,
  cosine,
  crossEntropy,
  dispose,
  Examples,
  Mlp,
  type Progress,
  parameters,
  Rng,
  type Schedule,
  train,
} from 'lineage';
import { longestSeries } from 'lineage/compile';
import { Series } from '../../../lib/compile/series';
import { countNativeTensors } from './count-native-tensors';

/** So many that several of its steps are done in one run. */
const steps = 5000;
const native = () => tf.getBackend() === 'tensorflow';
const rng = new Rng(1);
const inputs = Array.from({ length: 600 }, () => Array.from({ length: 6 }, () => rng.normal()));
const targets = inputs.map(([a, b, c]) => (a * b > c ? 1 : 0));
const data = new Examples(inputs, targets);
const taken = jest.spyOn(Series.prototype, 'take');
const started = jest.spyOn(Series.prototype, 'start');

interface Setting {
  readonly eager?: boolean;
  readonly learningRate?: number | Schedule;
  readonly dropout?: number;
  /** Another size makes another graph, which no test before it has loaded. */
  readonly hidden?: number;
  readonly data?: typeof data;
  readonly heldOut?: { readonly every: number; readonly measure: () => Record<string, number> };
}

class Training {
  readonly model: Mlp;
  readonly optimizer: Adam;
  readonly history: Progress[] = [];

  constructor(readonly setting: Setting = {}) {
    const { dropout = 0, learningRate = 3e-3, hidden = 8 } = setting;
    this.model = new Mlp({ layers: [6, hidden, 2], activation: 'relu', dropout }, new Rng(2));
    this.optimizer = new Adam(this.model, { learningRate });
  }

  /** Trains up to a step; `at` is called after each. */
  async until(last: number, at: (step: number) => void = () => {}): Promise<this> {
    const { eager, heldOut } = this.setting;
    const options = { steps, batchSize: 16, rng: new Rng(3), loss: crossEntropy, eager, heldOut };
    for await (const progress of train(this.model, this.optimizer, this.setting.data ?? data, options)) {
      this.history.push(progress);
      at(progress.step);
      if (progress.step === last) break;
    }
    return this;
  }

  get numbers(): number[] {
    const variables = { ...parameters(this.model), ...this.optimizer.state };
    return Object.values(variables).flatMap((variable) => [...variable.dataSync()]);
  }

  dispose(): void {
    this.optimizer.dispose();
    dispose(this.model);
  }
}

/** Numbers after each of the first steps, done one by one. */
async function oneByOne(last: number, setting: Setting = {}) {
  const training = new Training({ ...setting, eager: true });
  const numbers: number[][] = [];
  await training.until(last, () => numbers.push(training.numbers));
  const losses = training.history.map(({ loss }) => loss);
  training.dispose();
  return { numbers, losses };
}

function expectNear(got: readonly number[], expected: readonly number[]): void {
  const far = got.findIndex(
    (value, index) => !(Math.abs(value - expected[index]) <= 1e-5 + 1e-4 * Math.abs(expected[index])),
  );
  expect(far < 0 ? 'near' : `${got[far]} at ${far}, expected ${expected[far]}`).toBe('near');
  expect(got).toHaveLength(expected.length);
}

const seriesTaken = () => taken.mock.results.filter(({ value }) => value === true).length;

beforeEach(() => {
  taken.mockClear();
  started.mockClear();
});

test('a training whose steps are done several in a run is that of single steps', async () => {
  const expected = await oneByOne(100);
  const training = await new Training().until(100);
  expect(seriesTaken()).toBeGreaterThan(native() ? 60 : -1);
  expectNear(
    training.history.map(({ loss }) => loss),
    expected.losses,
  );
  expectNear(training.numbers, expected.numbers[99]);
  expect(training.optimizer.steps).toBe(100);
  training.dispose();
});

test.each([41, 44, 47, 50])('who leaves the loop after step %d has the model of that step', async (last) => {
  const expected = await oneByOne(last);
  const training = await new Training().until(last);
  expectNear(training.numbers, expected.numbers[last - 1]);
  expect(training.optimizer.steps).toBe(last);
  training.dispose();
});

const weight = ({ model }: Training) => parameters(model)['layers.0.weight'];
const looks: Record<string, (training: Training) => number[]> = {
  dataSync: (training) => [...weight(training).dataSync()],
  arraySync: (training) => (weight(training).arraySync() as number[][]).flat(),
  'an operation': (training) => tf.tidy(() => [...weight(training).add(0).dataSync()]),
  'a forward pass': (training) =>
    tf.tidy(() => {
      const product = tf.eye(6).matMul(weight(training) as tf.Tensor2D);
      return [...product.dataSync()];
    }),
};

test.each(Object.entries(looks))(
  '%s in the middle of a series sees the step it stands at',
  async (_, look) => {
    const expected = await oneByOne(60);
    const training = new Training();
    await training.until(60, (step) => {
      if (step % 13 === 0) expectNear(look(training), expected.numbers[step - 1].slice(0, 48));
    });
    expectNear(training.numbers, expected.numbers[59]);
    expect(seriesTaken()).toBeGreaterThan(native() ? 10 : -1);
    training.dispose();
  },
);

test('a clone made in the middle keeps the values of its step', async () => {
  const expected = await oneByOne(60);
  const training = new Training();
  const clones: { step: number; clone: tf.Tensor }[] = [];
  await training.until(60, (step) => {
    if (step % 11 === 0) clones.push({ step, clone: weight(training).clone() });
  });
  for (const { step, clone } of clones) {
    expectNear([...clone.dataSync()], expected.numbers[step - 1].slice(0, 48));
    clone.dispose();
  }
  expectNear(training.numbers, expected.numbers[59]);
  training.dispose();
});

test('who writes a parameter in the middle trains on from there', async () => {
  const write = (training: Training) => (step: number) => {
    if (step === 45) tf.tidy(() => weight(training).assign(tf.ones([6, 8])));
  };
  const eager = new Training({ eager: true });
  await eager.until(60, write(eager));
  const training = new Training();
  await training.until(60, write(training));
  expectNear(training.numbers, eager.numbers);
  eager.dispose();
  training.dispose();
});

test('a learning rate that the reader changes in the middle holds from the next step on', async () => {
  const changed = (eager: boolean) => {
    let rate = 1e-3;
    const training = new Training({ eager, learningRate: () => rate });
    return training.until(60, (step) => {
      if (step === 45) rate = 0.1;
    });
  };
  const eager = await changed(true);
  const training = await changed(false);
  expectNear(training.numbers, eager.numbers);
  expect(training.history.map(({ learningRate }) => learningRate)).toEqual(
    eager.history.map(({ learningRate }) => learningRate),
  );
  eager.dispose();
  training.dispose();
});

test('a schedule is followed step by step', async () => {
  const learningRate = cosine({ peak: 1e-2, steps: 100, warmup: 10 });
  const expected = await oneByOne(80, { learningRate });
  const training = await new Training({ learningRate }).until(80);
  expectNear(training.numbers, expected.numbers[79]);
  training.dispose();
});

test('steps with dropout are done one by one, each with its own noise', async () => {
  const expected = await oneByOne(50, { dropout: 0.5 });
  const training = await new Training({ dropout: 0.5 }).until(50);
  expect(seriesTaken()).toBe(0);
  expectNear(training.numbers, expected.numbers[49]);
  training.dispose();
});

test('examples that may be others each time are not taken in advance', async () => {
  const sizes = new Set<number>();
  const moving = {
    size: data.size,
    take: (indices: ArrayLike<number>) => {
      sizes.add(indices.length);
      return data.take(indices);
    },
  } as typeof data;
  const training = await new Training({ data: moving }).until(80);
  expect([...sizes].sort()).toEqual([16, 8]);
  training.dispose();
});

test('a held-out measure sees its step, and series end before it', async () => {
  const expected = await oneByOne(60);
  const training: Training = new Training({
    heldOut: {
      every: 6,
      measure: () => ({ first: training.numbers[0] }),
    },
  });
  await training.until(60);
  for (const { step, heldOut } of training.history)
    if (heldOut) expectNear([heldOut.first as number], [expected.numbers[step - 1][0]]);
  for (const [count] of started.mock.calls) expect(count).toBeLessThanOrEqual(6);
  expect(seriesTaken()).toBeGreaterThan(native() ? 20 : -1);
  training.dispose();
});

test('a loss that is not finite is told with its step, and the model is as before it', async () => {
  const broken = inputs.map((row) => [...row]);
  const [step21] = new Rng(3)
    .fork('epoch 1')
    .permutation(inputs.length)
    .subarray(20 * 16);
  broken[step21] = broken[step21].map(() => 3e38);
  const model = new Mlp({ layers: [6, 8, 2], activation: 'relu' }, new Rng(2));
  const optimizer = new Adam(model, { learningRate: 1e-3 });
  const options = { steps, batchSize: 16, rng: new Rng(3), loss: crossEntropy };
  const run = train(model, optimizer, new Examples(broken, targets), options);
  let done = 0;
  const training = (async () => {
    for await (const { step } of run) done = step;
  })();
  await expect(training).rejects.toThrow('train: step 21: expected a finite');
  expect([done, optimizer.steps]).toEqual([20, 20]);
  const all = Object.values(parameters(model)).flatMap((each) => [...each.dataSync()]);
  const expected = await oneByOne(20, { learningRate: 1e-3 });
  expectNear(all, expected.numbers[19].slice(0, all.length));
  optimizer.dispose();
  dispose(model);
});

test('series leave no tensor behind, neither taken to the end nor given up', async () => {
  const count = countNativeTensors();
  const before = tf.memory().numTensors;
  const hidden = 9;
  const training = await new Training({ hidden }).until(900);
  training.dispose();
  const looked = new Training({ hidden });
  await looked.until(300, (step) => {
    if (step === 77 || step === 203) looked.numbers;
  });
  looked.dispose();
  const parted = await new Training({ hidden }).until(53);
  parted.dispose();
  expect(tf.memory().numTensors).toBe(before);
  expect(count.more()).toBe(0);
  count.end();
});

test('a model is disposed in the middle of a series without harm', async () => {
  const count = countNativeTensors();
  const training = new Training({ hidden: 10 });
  const run = train(training.model, training.optimizer, data, {
    ...{ steps, batchSize: 16, rng: new Rng(3), loss: crossEntropy },
  });
  for (let step = 0; step < 45; step++) await run.next();
  training.dispose();
  await run.return();
  expect(count.more()).toBe(0);
  count.end();
});

test('a series is of at most eight steps', () => {
  expect(longestSeries).toBe(8);
});
