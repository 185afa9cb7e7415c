import * as tf from '@tensorflow/tfjs';
import {
  Adagrad,
  Adam,
  AdamW,
  crossEntropy,
  dispose,
  Linear,
  type Optimizer,
  param,
  RmsProp,
  Rng,
  type Schedule,
  Sgd,
} from 'lineage';
import { expectNoLeak } from '../../leaks';

type Make = (model: unknown, learningRate: number | Schedule) => Optimizer;

const rules: [string, string, string[], Make][] = [
  ['plain Sgd', 'Sgd', [], (model, learningRate) => new Sgd(model, { learningRate })],
  [
    'Sgd with momentum',
    'Sgd',
    ['velocity'],
    (model, learningRate) => new Sgd(model, { learningRate, momentum: 0.9 }),
  ],
  [
    'Sgd with Nesterov and decay',
    'Sgd',
    ['velocity'],
    (model, learningRate) =>
      new Sgd(model, { learningRate, momentum: 0.9, nesterov: true, weightDecay: 0.01 }),
  ],
  ['Adam', 'Adam', ['m', 'v'], (model, learningRate) => new Adam(model, { learningRate, weightDecay: 0.01 })],
  ['AdamW', 'AdamW', ['m', 'v'], (model, learningRate) => new AdamW(model, { learningRate })],
  ['RmsProp', 'RmsProp', ['v'], (model, learningRate) => new RmsProp(model, { learningRate })],
  [
    'RmsProp with momentum',
    'RmsProp',
    ['v', 'velocity'],
    (model, learningRate) => new RmsProp(model, { learningRate, momentum: 0.5 }),
  ],
  ['Adagrad', 'Adagrad', ['sum'], (model, learningRate) => new Adagrad(model, { learningRate })],
];

/** A model of one layer with a frozen part, and a batch that it can learn. */
function task() {
  const head = new Linear(4, 3, new Rng(2));
  const frozen = param(tf.ones([2]));
  frozen.trainable = false;
  const model = { head, frozen };
  const x = tf.tensor2d(
    Array.from({ length: 24 }, (_, index) => Math.sin(index)),
    [6, 4],
  );
  const y = tf.tensor1d([0, 1, 2, 0, 1, 2], 'int32');
  const loss = () => crossEntropy(head.forward(x), y);
  const free = () => {
    dispose(model);
    tf.dispose([x, y]);
  };
  return { model, loss, free };
}

/** One update; the loss before it. */
function descend(optimizer: Optimizer, loss: () => tf.Scalar): number {
  return tf.tidy(() => {
    const entries = Object.entries(optimizer.parameters);
    const { value, grads } = tf.variableGrads(
      loss,
      entries.map(([, variable]) => variable),
    );
    optimizer.step(Object.fromEntries(entries.map(([path, { name }]) => [path, grads[name]])));
    return value.dataSync()[0];
  });
}

const numbers = (variables: Readonly<Record<string, tf.Variable>>) =>
  Object.fromEntries(
    Object.entries(variables).map(([path, variable]) => [path, Array.from(variable.dataSync())]),
  );

describe.each(rules)('%s', (_, who, slotNames, make) => {
  test('lowers the loss, leaves what is frozen alone', () => {
    const { model, loss, free } = task();
    const optimizer = make(model, 0.05);
    const losses = Array.from({ length: 20 }, () => descend(optimizer, loss));
    expect(losses[19]).toBeLessThan(losses[0] - 0.02);
    expect(Object.keys(optimizer.parameters)).toEqual(['head.weight', 'head.bias']);
    expect(Array.from(model.frozen.dataSync())).toEqual([1, 1]);
    optimizer.dispose();
    free();
  });

  test('has all of its state from the start, at 0, by path and slot, frozen', () => {
    const { model, free } = task();
    const optimizer = make(model, 0.05);
    const paths = ['head.weight', 'head.bias'].flatMap((path) => slotNames.map((slot) => `${path}.${slot}`));
    expect(Object.keys(optimizer.state)).toEqual(paths);
    for (const slot of Object.values(optimizer.state)) {
      expect(new Set(slot.dataSync())).toEqual(new Set([0]));
      expect(slot.trainable).toBe(false);
    }
    optimizer.dispose();
    free();
  });

  test('goes on bit for bit from its parameters, state and number of steps', () => {
    const { model, loss, free } = task();
    const rate: Schedule = (step) => 0.1 / (1 + step);
    const first = make(model, rate);
    for (let step = 0; step < 5; step++) descend(first, loss);
    const saved = { parameters: numbers(first.parameters), state: numbers(first.state), steps: first.steps };
    for (let step = 0; step < 5; step++) descend(first, loss);
    const straight = numbers(first.parameters);

    const second = make(model, rate);
    const restore = (variables: Readonly<Record<string, tf.Variable>>, values: Record<string, number[]>) =>
      tf.tidy(() => {
        for (const [path, variable] of Object.entries(variables))
          variable.assign(tf.tensor(values[path], variable.shape));
      });
    restore(second.parameters, saved.parameters);
    restore(second.state, saved.state);
    second.steps = saved.steps;
    for (let step = 0; step < 5; step++) descend(second, loss);
    expect(numbers(second.parameters)).toEqual(straight);
    first.dispose();
    second.dispose();
    free();
  });

  test('takes its rate from the schedule, by the number of steps made', () => {
    const { model, loss, free } = task();
    const optimizer = make(model, (step) => 0.1 / (step + 1));
    expect(optimizer.learningRate).toBe(0.1);
    descend(optimizer, loss);
    expect([optimizer.steps, optimizer.learningRate]).toEqual([1, 0.05]);
    optimizer.steps = 9;
    expect(optimizer.learningRate).toBeCloseTo(0.01, 12);
    optimizer.dispose();
    free();
  });

  test('refuses a missing gradient and one of another shape, and then has changed nothing', () => {
    const { model, free } = task();
    const optimizer = make(model, 0.05);
    const before = { ...numbers(optimizer.parameters), ...numbers(optimizer.state) };
    tf.tidy(() => {
      const gradients = { 'head.weight': tf.ones([4, 3]), 'head.bias': tf.ones([4]) };
      expect(() => optimizer.step(gradients)).toThrow(
        `${who}: expected a gradient [3] for head.bias, got [4]`,
      );
      expect(() => optimizer.step({ 'head.weight': gradients['head.weight'] })).toThrow(
        `${who}: expected a gradient for head.bias, got none. Does the loss depend on it?`,
      );
    });
    expect({ ...numbers(optimizer.parameters), ...numbers(optimizer.state) }).toEqual(before);
    expect(optimizer.steps).toBe(0);
    optimizer.dispose();
    free();
  });

  test.each([Number.NaN, -1, Infinity])('refuses a learning rate of %d', (rate) => {
    const { model, free } = task();
    const message = `${who}: expected a learning rate of at least 0, got ${rate} at step 0`;
    expect(() => make(model, rate)).toThrow(message);
    expect(() => make(model, () => rate)).toThrow(message);
    free();
  });

  test('refuses a model without trainable parameters', () => {
    expect(() => make({ heads: 4 }, 0.1)).toThrow(
      `${who}: expected a model with trainable parameters in its public fields, got none`,
    );
  });

  test('leaks nothing, and frees its state', () => {
    const { model, loss, free } = task();
    expectNoLeak(() => {
      const optimizer = make(model, 0.05);
      descend(optimizer, loss);
      expectNoLeak(() => descend(optimizer, loss));
      optimizer.dispose();
    });
    free();
  });
});

test('the first step of Adam is as long as its rate in every direction', () => {
  const x = param(tf.tensor1d([1, 2, 3]));
  const optimizer = new Adam({ x }, { learningRate: 0.1 });
  tf.tidy(() => optimizer.step({ x: tf.tensor1d([1e-3, -5, 1e4]) }));
  Array.from(x.dataSync()).forEach((value, index) => {
    expect(value).toBeCloseTo([0.9, 2.1, 2.9][index], 4);
  });
  optimizer.dispose();
  x.dispose();
});

test('weight decay of AdamW shrinks by rate times decay, whatever the gradient; that of Adam does not', () => {
  const [a, b] = [AdamW, Adam].map((Rule) => {
    const x = param(tf.tensor1d([10]));
    const optimizer = new Rule({ x }, { learningRate: 0.1, weightDecay: 0.5 });
    tf.tidy(() => optimizer.step({ x: tf.tensor1d([0]) }));
    const [value] = x.dataSync();
    optimizer.dispose();
    x.dispose();
    return value;
  });
  expect(a).toBeCloseTo(9.5, 5);
  expect(b).toBeCloseTo(9.9, 5);
});

test.each<[string, (model: unknown) => Optimizer, string]>([
  [
    'Sgd',
    (model) => new Sgd(model, { learningRate: 1, momentum: 1 }),
    'momentum of at least 0 and below 1, got 1',
  ],
  [
    'Sgd',
    (model) => new Sgd(model, { learningRate: 1, nesterov: true }),
    'momentum above 0 with nesterov, got 0',
  ],
  [
    'Adam',
    (model) => new Adam(model, { learningRate: 1, beta1: 1 }),
    'beta1 of at least 0 and below 1, got 1',
  ],
  [
    'AdamW',
    (model) => new AdamW(model, { learningRate: 1, weightDecay: -1 }),
    'weightDecay of at least 0, got -1',
  ],
  [
    'RmsProp',
    (model) => new RmsProp(model, { learningRate: 1, decay: 2 }),
    'decay of at least 0 and below 1, got 2',
  ],
  [
    'Adagrad',
    (model) => new Adagrad(model, { learningRate: 1, epsilon: Number.NaN }),
    'epsilon of at least 0, got NaN',
  ],
])('%s refuses a constant out of its range', (who, make, message) => {
  const { model, free } = task();
  expect(() => make(model)).toThrow(`${who}: expected ${message}`);
  free();
});
