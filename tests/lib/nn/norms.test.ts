import * as tf from '@tensorflow/tfjs';
import { dispose, LayerNorm, normal, parameters, RMSNorm, Rng } from 'lineage';
import { expectNoLeak } from '../../leaks';
import { expectGradient } from './finite-differences';

const rows = [
  [3, -1, 4, 1],
  [-500, 900, 265, 358],
];

test('LayerNorm gives every row mean 0 and variance 1', () => {
  const norm = new LayerNorm(4);
  tf.tidy(() => {
    const { mean, variance } = tf.moments(norm.forward(tf.tensor2d(rows)), 1);
    for (const value of mean.dataSync()) expect(value).toBeCloseTo(0, 5);
    for (const value of variance.dataSync()) expect(value).toBeCloseTo(1, 4);
  });
  dispose(norm);
});

test('LayerNorm does not see a shift or a scale of its input', () => {
  const norm = new LayerNorm(4, { epsilon: 0 });
  tf.tidy(() => {
    const x = tf.tensor2d(rows);
    const [plain, moved] = [x, x.mul(3).add(7)].map((input) => norm.forward(input).dataSync());
    plain.forEach((value, index) => {
      expect(moved[index]).toBeCloseTo(value, 4);
    });
  });
  dispose(norm);
});

test('LayerNorm without a bias only scales', () => {
  const norm = new LayerNorm(4, { bias: false });
  expect(Object.keys(parameters(norm))).toEqual(['weight']);
  tf.tidy(() => {
    for (const value of norm.forward(tf.tensor2d(rows)).mean(1).dataSync()) expect(value).toBeCloseTo(0, 5);
  });
  dispose(norm);
});

test.each([[[4]], [[2, 4]], [[2, 3, 4]]])('LayerNorm has the gradient of γ for inputs %j', (shape) => {
  const norm = new LayerNorm(4);
  tf.tidy(() => {
    const x = normal(shape as [number, number], 1, new Rng(0));
    const upstream = normal(shape as [number, number], 1, new Rng(1));
    const { grads } = tf.variableGrads(() => norm.forward(x).mul(upstream).sum(), [norm.weight]);
    // γ starts at 1 and β at 0, so that the output is x̂ itself
    const expected = norm.forward(x).mul(upstream).reshape([-1, 4]).sum(0).dataSync();
    grads[norm.weight.name].dataSync().forEach((value, channel) => {
      expect(value).toBeCloseTo(expected[channel], 4);
    });
  });
  dispose(norm);
});

test('RMSNorm gives every row a mean square of 1', () => {
  const norm = new RMSNorm(4);
  tf.tidy(() => {
    for (const value of norm.forward(tf.tensor2d(rows)).square().mean(1).dataSync())
      expect(value).toBeCloseTo(1, 4);
  });
  dispose(norm);
});

describe.each([
  ['LayerNorm', (size: number, epsilon?: number) => new LayerNorm(size, { epsilon })],
  ['RMSNorm', (size: number, epsilon?: number) => new RMSNorm(size, { epsilon })],
])('%s', (name, make) => {
  test('has the gradient of its finite differences', () => {
    const norm = make(4);
    tf.tidy(() => {
      const weights = tf.tensor1d([0.5, -1, 2, 0.25]);
      expectGradient((x) => norm.forward(x).mul(weights).sum(), [0.3, -0.7, 1.2, 0.4], [1, 4]);
    });
    dispose(norm);
  });

  test('refuses a wrong shape, an empty batch and NaN by name', () => {
    const norm = make(4);
    tf.tidy(() => {
      expect(() => norm.forward(tf.zeros([2, 5]))).toThrow(`${name}(4): expected [..., 4], got [2, 5]`);
      expect(() => norm.forward(tf.zeros([0, 4]))).toThrow(
        `${name}(4): expected [..., 4] with at least one example, got [0, 4]`,
      );
      expect(() => norm.forward(tf.tensor1d([1, 2, Number.NaN, 4]))).toThrow(
        `${name}(4): expected finite numbers, got NaN at [2]`,
      );
    });
    expect(() => make(4, -1)).toThrow(`${name}: expected epsilon of at least 0, got -1`);
    expect(() => make(0)).toThrow(`${name}: expected a whole number of channels of at least 1, got 0`);
    dispose(norm);
  });

  test('leaks nothing', () => {
    expectNoLeak(() => {
      const norm = make(3);
      const x = tf.tensor2d([1, 2, 4, 0, 1, 5], [2, 3]);
      norm.forward(x).dispose();
      const { value, grads } = tf.variableGrads(() => norm.forward(x).square().sum());
      tf.dispose([x, value, grads]);
      dispose(norm);
    });
  });
});
