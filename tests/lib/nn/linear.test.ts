import * as tf from '@tensorflow/tfjs';
import { dispose, Linear, parameters, Rng } from 'lineage';
import { expectNoLeak } from '../../leaks';
import { expectGradient } from './finite-differences';

let layer: Linear;
beforeAll(() => {
  layer = new Linear(3, 2, new Rng(0));
});
afterAll(() => dispose(layer));

test('Linear is x W + b, on any number of leading axes', () => {
  tf.tidy(() => {
    layer.weight.assign(tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]));
    layer.bias!.assign(tf.tensor1d([0.5, -0.5]));
    const y = layer.forward(tf.tensor3d([1, 0, 0, 0, 1, 0, 1, 1, 1, 0, 0, 0], [2, 2, 3]));
    expect(y.arraySync()).toEqual([
      [
        [1.5, 1.5],
        [3.5, 3.5],
      ],
      [
        [9.5, 11.5],
        [0.5, -0.5],
      ],
    ]);
    expect(layer.forward(tf.tensor1d([1, 0, 0])).shape).toEqual([2]);
  });
});

test('Linear is differentiable by its input, also of rank 3', () => {
  expectGradient((x) => layer.forward(x).square().sum(), [0.3, -0.7, 0.2, 1.1, 0.4, -0.5], [1, 2, 3]);
});

test('Linear shows its weight and bias, and nothing else, as parameters', () => {
  expect(Object.keys(parameters(layer))).toEqual(['weight', 'bias']);
});

test('Linear without a bias is x W, of one parameter; a given deviation is that of the weights', () => {
  const bare = new Linear(100, 80, new Rng(1), { bias: false, init: { deviation: 0.02 } });
  expect(Object.keys(parameters(bare))).toEqual(['weight']);
  tf.tidy(() => {
    const x = tf.ones<tf.Rank.R2>([2, 100]);
    expect([...bare.forward(x).dataSync()]).toEqual([...x.matMul(bare.weight).dataSync()]);
    const spread = tf.moments(bare.weight).variance.sqrt().dataSync()[0];
    expect(Math.abs(spread / 0.02 - 1)).toBeLessThan(0.05);
  });
  dispose(bare);
  expect(() => new Linear(2, 2, new Rng(0), { init: { deviation: -1 } })).toThrow(
    'init: expected a deviation of at least 0, got -1',
  );
});

test('Linear says who it is, which shape it expected and which it got', () => {
  tf.tidy(() => {
    expect(() => layer.forward(tf.zeros([8, 5]))).toThrow('Linear(3 → 2): expected [..., 3], got [8, 5]');
    expect(() => layer.forward(tf.scalar(1))).toThrow('Linear(3 → 2): expected [..., 3], got []');
  });
});

test('Linear refuses an empty batch', () => {
  tf.tidy(() =>
    expect(() => layer.forward(tf.zeros([0, 3]))).toThrow(
      'Linear(3 → 2): expected [..., 3] with at least one example, got [0, 3]',
    ),
  );
});

test('Linear refuses NaN and infinity, and names the place', () => {
  tf.tidy(() => {
    const broken = (value: number) => tf.tensor2d([0, 1, 2, 3, value, 5], [2, 3]);
    expect(() => layer.forward(broken(Number.NaN))).toThrow(
      'Linear(3 → 2): expected finite numbers, got NaN at [1, 1]',
    );
    expect(() => layer.forward(broken(-Infinity))).toThrow(
      'Linear(3 → 2): expected finite numbers, got -Infinity at [1, 1]',
    );
  });
});

test.each([
  [0, 'a whole number of outputs of at least 1, got 0'],
  [2.5, 'a whole number of outputs of at least 1, got 2.5'],
])('Linear refuses %s outputs', (outSize, message) => {
  expect(() => new Linear(3, outSize, new Rng(0))).toThrow(`Linear: expected ${message}`);
});

test('Linear of the same seed is the same', () => {
  const [a, b] = [7, 7].map((seed) => new Linear(4, 3, new Rng(seed)));
  expect(a.weight.dataSync()).toEqual(b.weight.dataSync());
  expect(a.bias!.dataSync()).toEqual(new Float32Array(3));
  dispose([a, b]);
});

test('Linear leaks nothing: built, used, differentiated and freed', () => {
  expectNoLeak(() => {
    const layer = new Linear(3, 2, new Rng(0));
    const x = tf.ones([4, 3]);
    layer.forward(x).dispose();
    const { value, grads } = tf.variableGrads(() => layer.forward(x).square().sum());
    tf.dispose([x, value, grads]);
    dispose(layer);
  });
});
