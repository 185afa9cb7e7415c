import * as tf from '@tensorflow/tfjs';
import { Rng } from 'lineage';
import {
  finiteDifferences,
  gradientDescent,
  hinge,
  ScalarMlp,
  squaredError,
  trainScalarMlp,
  Value,
} from 'lineage/autograd';

const rows = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const xor = [0, 1, 1, 0];
const network = (seed: number) =>
  new ScalarMlp({ layers: [2, 2, 1], hidden: 'sigmoid', output: 'sigmoid' }, new Rng(seed));
const loss = (net: ScalarMlp) =>
  squaredError(
    rows.map((x) => net.forward(x)[0]),
    xor,
  );

test('2-2-1 has nine numbers, named by neuron', () => {
  expect(network(1).parameters.map((parameter) => parameter.label)).toEqual([
    ...['h1.w1', 'h1.w2', 'h1.b'],
    ...['h2.w1', 'h2.w2', 'h2.b'],
    ...['y.w1', 'y.w2', 'y.b'],
  ]);
});

test.each([1, 2, 3])('gradients agree with tfjs and with finite differences (seed %d)', (seed) => {
  const net = network(seed);
  const result = loss(net);
  result.backward();
  const grads = net.parameters.map((parameter) => parameter.grad);
  const numbers = net.parameters.map((parameter) => parameter.data);

  const before = tf.memory().numTensors;
  tf.tidy(() => {
    const x = tf.tensor2d(rows);
    const t = tf.tensor2d(xor, [4, 1]);
    const f = (p: tf.Tensor) => {
      const hidden = p.slice(0, 6).reshape([2, 3]); // per neuron: w1, w2, b
      const w1 = hidden.slice([0, 0], [2, 2]).transpose<tf.Tensor2D>();
      const h = x
        .matMul(w1)
        .add(hidden.slice([0, 2], [2, 1]).reshape([2]))
        .sigmoid();
      const y = h
        .matMul(p.slice(6, 2).reshape([2, 1]))
        .add(p.slice(8, 1))
        .sigmoid();
      return y.sub(t).square().mean();
    };
    const { value, grad } = tf.valueAndGrad(f)(tf.tensor1d(numbers));
    expect(result.data).toBeCloseTo(value.dataSync()[0], 6);
    const theirs = grad.dataSync();
    grads.forEach((g, index) => {
      expect(g).toBeCloseTo(theirs[index], 6);
    });
  });
  expect(tf.memory().numTensors).toBe(before);

  finiteDifferences(() => loss(net), net.parameters).forEach((slope, index) => {
    expect(grads[index]).toBeCloseTo(slope, 8);
  });
  expect(net.parameters.map((parameter) => parameter.data)).toEqual(numbers);
});

test('gradient descent lowers the loss, and is the same for the same seed', () => {
  const run = () => {
    const net = network(4);
    return [...gradientDescent(net.parameters, () => loss(net), { steps: 20, learningRate: 0.5 })];
  };
  const history = run();
  expect(history.map(({ step }) => step)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect(history[19].loss).toBeLessThan(history[0].loss);
  expect(run()).toEqual(history);
});

test('gradient descent follows a schedule', () => {
  const x = new Value(1);
  const descent = gradientDescent([x], () => x.multiply(2), {
    steps: 2,
    learningRate: (step) => [0.5, 0.25][step],
  });
  expect([...descent].map((step) => step.loss)).toEqual([2, 0]);
  expect(x.data).toBe(-0.5);
});

test('hinge costs nothing beyond a margin of 1, and grows with the distance on the wrong side', () => {
  const scores = [2, 0.5, -1].map((number) => new Value(number));
  const cost = hinge(scores, [1, 1, 1]);
  expect(cost.data).toBeCloseTo((0 + 0.5 + 2) / 3, 12);
  cost.backward();
  expect(scores.map((score) => score.grad)).toEqual([0, -1 / 3, -1 / 3]);
});

test('wrong sizes and targets are refused by name', () => {
  expect(() => network(1).forward([1, 2, 3])).toThrow('ScalarNeuron h1: expected 2 inputs, got 3');
  expect(() => new ScalarMlp({ layers: [2], hidden: 'tanh', output: 'tanh' }, new Rng(0))).toThrow(
    'ScalarMlp: expected two or more layer sizes of at least 1, got [2]',
  );
  expect(() => squaredError([], [])).toThrow('squaredError: expected as many targets as outputs');
  expect(() => squaredError([new Value(1)], [1, 2])).toThrow('got 1 outputs and 2 targets');
  expect(() => hinge([new Value(1)], [0])).toThrow('hinge: expected targets of −1 or 1, got 0');
  expect(() => network(1).forward([Number.NaN, 0])).toThrow('Value x1: expected a finite number, got NaN');
});

test('trainScalarMlp tells step, loss and held-out figures, and lowers the loss', async () => {
  const net = network(4);
  const progress = [];
  const heldOut = { every: 2, measure: () => ({ first: net.forward(rows[0])[0].data }) };
  for await (const step of trainScalarMlp(net, rows, xor, {
    loss: squaredError,
    steps: 5,
    learningRate: 0.5,
    heldOut,
  }))
    progress.push(step);
  expect(progress.map(({ step, steps }) => `${step}/${steps}`)).toEqual(['1/5', '2/5', '3/5', '4/5', '5/5']);
  expect(progress.map((step) => step.heldOut !== undefined)).toEqual([false, true, false, true, true]);
  expect(progress[4].loss).toBeLessThan(progress[0].loss);
  expect(progress[4].secondsLeft).toBe(0);
  expect(progress[0].examplesPerSecond).toBeGreaterThan(0);
});
