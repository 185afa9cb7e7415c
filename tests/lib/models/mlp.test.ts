import * as tf from '@tensorflow/tfjs';
import { dispose, LeakGuard, type Linear, Mlp, parameters, Rng } from 'lineage';
import { expectGradient } from '../nn/finite-differences';

const config = { layers: [3, 5, 4, 2], activation: 'tanh' } as const;

test('its parameters are those of its layers, by path', () => {
  const model = new Mlp(config, new Rng(0));
  const shapes = Object.entries(parameters(model)).map(([path, { shape }]) => [path, shape]);
  expect(shapes).toEqual([
    ['layers.0.weight', [3, 5]],
    ['layers.0.bias', [5]],
    ['layers.1.weight', [5, 4]],
    ['layers.1.bias', [4]],
    ['layers.2.weight', [4, 2]],
    ['layers.2.bias', [2]],
  ]);
  dispose(model);
});

test('is its linear layers with the activation in between, and none after the last', () => {
  const model = new Mlp(config, new Rng(1));
  tf.tidy(() => {
    const x = tf.tensor2d([
      [1, -2, 3],
      [0.5, 0, -1],
    ]);
    const [first, second, last] = model.layers;
    const y = last.forward(second.forward(first.forward(x).tanh()).tanh());
    expect(Array.from(model.forward(x).dataSync())).toEqual(Array.from(y.dataSync()));
  });
  dispose(model);
});

test('has the gradient of its finite differences', () => {
  const model = new Mlp(config, new Rng(2));
  expectGradient((x) => model.forward(x).square().sum(), [1, -2, 3, 0.5, 0, -1], [2, 3]);
  dispose(model);
});

test('keeps leading axes: [batch, time, in] → [batch, time, out]', () => {
  const model = new Mlp(config, new Rng(1));
  tf.tidy(() => expect(model.forward(tf.ones([4, 6, 3])).shape).toEqual([4, 6, 2]));
  dispose(model);
});

test('the same seed starts the same network; a further layer leaves the ones before unchanged', () => {
  const [a, b] = [0, 1].map(() => new Mlp(config, new Rng(7)));
  const deeper = new Mlp({ ...config, layers: [3, 5, 4, 2, 2] }, new Rng(7));
  const weights = (model: Mlp, layer: number) => Array.from(model.layers[layer].weight.dataSync());
  expect(weights(a, 0)).toEqual(weights(b, 0));
  expect(weights(a, 1)).toEqual(weights(deeper, 1));
  expect(weights(a, 0)).not.toEqual(weights(a, 1));
  for (const model of [a, b, deeper]) dispose(model);
});

test('starts with the spread that its activation asks for', () => {
  const spread = (layer: Linear) =>
    tf.tidy(() => tf.moments(layer.weight).variance.dataSync()[0] * layer.inSize);
  const relu = new Mlp({ layers: [300, 200, 100], activation: 'relu' }, new Rng(2));
  expect(spread(relu.layers[0])).toBeCloseTo(2, 1); // he: 2/in
  expect(spread(relu.layers[1])).toBeCloseTo(1, 1); // lecun: 1/in
  const tanh = new Mlp({ layers: [300, 200, 100], activation: 'tanh' }, new Rng(2));
  expect(spread(tanh.layers[0])).toBeCloseTo(600 / 500, 1); // xavier: 2/(in + out)
  const zeros = new Mlp({ layers: [300, 200, 100], activation: 'relu', init: 'zeros' }, new Rng(2));
  expect(spread(zeros.layers[0])).toBe(0);
  for (const model of [relu, tanh, zeros]) dispose(model);
});

test('dropout acts only with an Rng, on hidden numbers, and the same stream drops the same', () => {
  const model = new Mlp({ layers: [4, 50, 3], activation: 'relu', dropout: 0.5 }, new Rng(3));
  tf.tidy(() => {
    const x = tf.ones([8, 4]);
    const run = (rng?: Rng) => Array.from(model.forward(x, rng).dataSync());
    expect(run()).toEqual(run());
    expect(run(new Rng(1))).toEqual(run(new Rng(1)));
    expect(run(new Rng(1))).not.toEqual(run());
    expect(run(new Rng(1))).not.toEqual(run(new Rng(2)));
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value) / values.length;
    const first = (values: number[]) => mean(values.filter((_, index) => index % 3 === 0));
    const many = Array.from({ length: 300 }, (_, seed) => first(run(new Rng(seed))));
    expect(mean(many)).toBeCloseTo(first(run()), 1); // inverted dropout keeps the mean
  });
  dispose(model);
});

test('forward leaves only its result', () => {
  const model = new Mlp({ ...config, dropout: 0.2 }, new Rng(4));
  const x = tf.ones([2, 3]);
  new LeakGuard('Mlp').watch(() => model.forward(x, new Rng(0)).dispose());
  x.dispose();
  dispose(model);
});

test.each([
  [{ layers: [3] }, 'Mlp: expected at least an input and an output size, got [3]'],
  [{ layers: [3, 0, 2] }, 'Mlp: expected a whole number of units per layer of at least 1, got 0'],
  [{ layers: [3, 2], dropout: 1 }, 'Mlp: expected a dropout of at least 0 and below 1, got 1'],
])('refuses %j', (wrong, message) => {
  expect(() => new Mlp({ activation: 'relu', ...wrong }, new Rng(0))).toThrow(message);
});

test('a wrong input names the layer, the shape it expected and the shape it got', () => {
  const model = new Mlp(config, new Rng(0));
  const x = tf.ones([8, 4]);
  expect(() => model.forward(x)).toThrow('Linear(3 → 5): expected [..., 3], got [8, 4]');
  x.dispose();
  dispose(model);
});

test('a misspelt option does not compile', () => {
  // @ts-expect-error: dropOut is not an option
  const model = new Mlp({ ...config, dropOut: 0.5 }, new Rng(0));
  expect(model.dropout).toBe(0);
  dispose(model);
});
