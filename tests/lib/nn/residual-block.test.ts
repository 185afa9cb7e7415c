import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { DenseBlock, dispose, Linear, normal, parameters, ResidualBlock, Rng } from 'lineage';
import { expectNoLeak } from '../../leaks';
import { expectGradient } from './finite-differences';

test('adds its branch to what passes through, whatever comes in', () => {
  const branch = new DenseBlock(3, 3, new Rng(1), { norm: 'layer' });
  const block = new ResidualBlock(branch);
  const number = fc.float({ min: -100, max: 100, noNaN: true });
  fc.assert(
    fc.property(fc.array(number, { minLength: 3, maxLength: 3 }), (row) => {
      tf.tidy(() => {
        const x = tf.tensor2d([row]);
        const change = block.forward(x).sub(x).dataSync();
        branch
          .forward(x)
          .dataSync()
          .forEach((value, index) => {
            expect(Math.abs(change[index] - value)).toBeLessThan(1e-4);
          });
      });
    }),
    { numRuns: 50 },
  );
  dispose(block);
});

test('with a branch that starts at zero, it lets the signal and the gradient through untouched', () => {
  const block = new ResidualBlock(new Linear(4, 4, new Rng(0), { init: 'zeros' }));
  tf.tidy(() => {
    const x = normal<tf.Rank.R2>([5, 4], 3, new Rng(2));
    const upstream = normal<tf.Rank.R2>([5, 4], 1, new Rng(3));
    expect(Array.from(block.forward(x).dataSync())).toEqual(Array.from(x.dataSync()));
    const back = tf.grad((x) => block.forward(x).mul(upstream).sum())(x);
    expect(Array.from(back.dataSync())).toEqual(Array.from(upstream.dataSync()));
  });
  dispose(block);
});

test('has the gradient of its finite differences, and its parameters under branch', () => {
  const block = new ResidualBlock(new DenseBlock(3, 3, new Rng(5), { activation: 'tanh', norm: 'rms' }));
  expectGradient((x) => block.forward(x).square().sum(), [1, -2, 3, 0.5, 0.2, -1], [2, 3]);
  const paths = ['branch.norm.weight', 'branch.linear.weight', 'branch.linear.bias'];
  expect(Object.keys(parameters(block))).toEqual(paths);
  dispose(block);
});

test('refuses a branch that is wider or narrower than what passes through', () => {
  const block = new ResidualBlock(new Linear(32, 64, new Rng(0)));
  const x = tf.ones([8, 32]);
  expect(() => block.forward(x)).toThrow(
    'ResidualBlock: expected a branch that keeps the shape [8, 32], got [8, 64] from Linear. ' +
      'Make its output as wide as its input.',
  );
  const narrow = new ResidualBlock(new Linear(32, 1, new Rng(0))); // which would even broadcast
  expect(() => narrow.forward(x)).toThrow('expected a branch that keeps the shape [8, 32], got [8, 1]');
  x.dispose();
  dispose([block, narrow]);
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const block = new ResidualBlock(new DenseBlock(4, 4, new Rng(0), { norm: 'layer' }));
    const x = tf.ones([2, 4]);
    block.forward(x).dispose();
    const { value, grads } = tf.variableGrads(() => block.forward(x).square().sum());
    tf.dispose([x, value, grads]);
    dispose(block);
  });
});
