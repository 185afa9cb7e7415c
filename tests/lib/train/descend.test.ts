import * as tf from '@tensorflow/tfjs';
import { Adagrad, Adam, AdamW, type Optimizer, param, RmsProp, rosenbrock, Sgd } from 'lineage';
import { descend } from 'lineage/train';

type Make = (model: unknown) => Optimizer;

const rules: [string, Make][] = [
  ['gradient descent', (model) => new Sgd(model, { learningRate: 1e-3 })],
  ['momentum', (model) => new Sgd(model, { learningRate: 1e-3, momentum: 0.9 })],
  ['Nesterov', (model) => new Sgd(model, { learningRate: 1e-3, momentum: 0.9, nesterov: true })],
  ['Adagrad', (model) => new Adagrad(model, { learningRate: 0.3 })],
  ['RMSprop', (model) => new RmsProp(model, { learningRate: 0.01 })],
  ['Adam', (model) => new Adam(model, { learningRate: 0.1 })],
  ['AdamW', (model) => new AdamW(model, { learningRate: 0.1 })],
];

/** A walk over Rosenbrock's valley: the losses, and where it ended. */
async function walk(make: Make, steps: number) {
  const point = param(tf.tensor1d([-1.5, 2]));
  const optimizer = make({ point });
  const losses: number[] = [];
  for await (const { loss } of descend(optimizer, () => rosenbrock(point), { steps })) losses.push(loss);
  const end = Array.from(point.dataSync());
  const made = optimizer.steps;
  optimizer.dispose();
  point.dispose();
  return { losses, end, made };
}

test.each(rules)(
  '%s walks down on a bare point, the same way each time, and leaks nothing',
  async (_, make) => {
    const { numTensors } = tf.memory();
    const { losses, end, made } = await walk(make, 100);
    expect(losses).toHaveLength(100);
    expect(made).toBe(100);
    expect(losses[0]).toBe(12.5);
    expect(losses[99]).toBeLessThan(6);
    const again = await walk(make, 100);
    expect(again.end).toEqual(end);
    expect(tf.memory().numTensors).toBe(numTensors);
  },
);

test('a step of plain gradient descent is the one of the formula', async () => {
  const { end } = await walk(rules[0][1], 1);
  // slope at (−1.5, 2): −2 (1 − x) − 400 x (y − x²) = −155, 200 (y − x²) = −50
  expect(end[0]).toBeCloseTo(-1.5 + 0.155, 5);
  expect(end[1]).toBeCloseTo(2 + 0.05, 5);
});

test('a walk that leaves the world ends at the step that tells so, where it was', async () => {
  const { losses, end, made } = await walk((model) => new Sgd(model, { learningRate: 0.1 }), 100);
  expect(losses.length).toBeLessThan(20);
  expect(made).toBe(losses.length - 1);
  expect(end.every(Number.isFinite)).toBe(true);
});

test('the progress counts steps, and an early end frees everything', async () => {
  const { numTensors } = tf.memory();
  const point = param(tf.tensor1d([0, 0]));
  const sgd = new Sgd({ point }, { learningRate: 1e-3 });
  for await (const { step, steps } of descend(sgd, () => rosenbrock(point), { steps: 10 })) {
    expect(steps).toBe(10);
    if (step === 3) break;
  }
  expect(sgd.steps).toBe(3);
  sgd.dispose();
  point.dispose();
  expect(tf.memory().numTensors).toBe(numTensors);
});

test('no steps, and a loss of several numbers, are refused', async () => {
  const point = param(tf.tensor1d([0, 0]));
  const sgd = new Sgd({ point }, { learningRate: 1e-3 });
  expect(() => descend(sgd, () => rosenbrock(point), { steps: 0 })).toThrow(
    'descend: expected a whole number of steps of at least 1, got 0',
  );
  await expect(descend(sgd, () => point.square(), { steps: 1 }).next()).rejects.toThrow(
    'descend: expected a loss of one number, got [2]. Add .sum() to it.',
  );
  point.dispose();
});
