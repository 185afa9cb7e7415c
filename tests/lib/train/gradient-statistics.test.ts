import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import {
  Adam,
  crossEntropy,
  DeepMlp,
  dispose,
  gradientStatistics,
  Linear,
  mse,
  Rng,
  train,
  twoMoons,
} from 'lineage';
import { expectNoLeak } from '../../leaks';
import { weightsOf } from './weights-of';

const moons = twoMoons({ size: 50, noise: 0.1 }, new Rng(1));
const shape = { inputs: 2, width: 6, depth: 3, outputs: 2, activation: 'relu', init: 'he' } as const;

test('length, mean and share of zeros, by hand', () => {
  // ŷ = x W with W = (3, −1)ᵀ; loss (ŷ − y)² at x = (2, 0), y = 5: ŷ = 6, ∂W = 2 (6 − 5) (2, 0)ᵀ = (4, 0)ᵀ, ∂b = 2
  const model = new Linear(2, 1, new Rng(0));
  model.weight.assign(tf.tensor2d([[3], [-1]]));
  const batch = { x: tf.tensor2d([[2, 0]]), y: tf.tensor2d([[5]]) };
  expect(gradientStatistics(model, batch, mse)).toEqual({
    weight: { norm: 4, mean: 2, zeros: 0.5 },
    bias: { norm: 2, mean: 2, zeros: 0 },
  });
  tf.dispose([batch.x, batch.y]);
  dispose(model);
});

test('all lengths together are the length that training tells of the same batch', async () => {
  const model = new DeepMlp(shape, new Rng(1));
  const optimizer = new Adam(model, { learningRate: 0.01 });
  const batch = moons.take([...Array(50).keys()]);
  const options = { batchSize: 50, steps: 4, rng: new Rng(1), loss: crossEntropy };
  let together = norm();
  for await (const { gradientNorm } of train(model, optimizer, moons, options)) {
    expect(gradientNorm / together).toBeCloseTo(1, 4);
    together = norm();
  }
  function norm() {
    return Math.hypot(
      ...Object.values(gradientStatistics(model, batch, crossEntropy)).map(({ norm }) => norm),
    );
  }
  tf.dispose([batch.x, batch.y]);
  optimizer.dispose();
  dispose(model);
});

test('looking between the steps of a compiled training changes nothing and leaves nothing', async () => {
  const run = async (look: boolean) => {
    const { numTensors } = tf.memory();
    const model = new DeepMlp(shape, new Rng(2));
    const optimizer = new Adam(model, { learningRate: 0.01 });
    const batch = moons.take([0, 1, 2]);
    const options = { batchSize: 10, steps: 60, rng: new Rng(1), loss: crossEntropy };
    for await (const { step } of train(model, optimizer, moons, options))
      if (look && step % 7 === 0) gradientStatistics(model, batch, crossEntropy);
    const weights = weightsOf(model);
    tf.dispose([batch.x, batch.y]);
    optimizer.dispose();
    dispose(model);
    expect(tf.memory().numTensors).toBe(numTensors);
    return weights;
  };
  expect(await run(true)).toEqual(await run(false));
});

test('the loss times a factor gives gradients of as many times the length, down to where float32 ends', () => {
  const model = new DeepMlp(shape, new Rng(3));
  const batch = moons.take([...Array(20).keys()]);
  const plain = gradientStatistics(model, batch, crossEntropy);
  fc.assert(
    fc.property(fc.integer({ min: -30, max: 10 }), (exponent) => {
      const factor = 10 ** exponent;
      const scaled = gradientStatistics(model, batch, (z, y) => crossEntropy(z, y).mul(factor));
      for (const [path, { norm, zeros }] of Object.entries(plain)) {
        expect(scaled[path].norm / factor / norm).toBeCloseTo(1, 4);
        expect(scaled[path].zeros).toBe(zeros);
      }
    }),
    { numRuns: 20 },
  );
  tf.dispose([batch.x, batch.y]);
  dispose(model);
});

test('a frozen parameter is left out; one that the loss does not reach has a gradient of zeros', () => {
  const model = { used: new Linear(2, 1, new Rng(0)), idle: new Linear(2, 1, new Rng(1)) };
  model.used.bias!.trainable = false;
  const layer = { ...model, forward: (x: tf.Tensor) => model.used.forward(x) };
  const batch = { x: tf.ones([3, 2]), y: tf.ones([3, 1]) };
  const found = gradientStatistics(layer, batch, mse);
  expect(Object.keys(found)).toEqual(['used.weight', 'idle.weight', 'idle.bias']);
  expect(found['idle.weight']).toEqual({ norm: 0, mean: 0, zeros: 1 });
  tf.dispose([batch.x, batch.y]);
  dispose(model);
});

test('leaks nothing, also where the model or the loss throws, and names the layer', () => {
  const model = new DeepMlp(shape, new Rng(4));
  const batch = { x: tf.ones([3, 2]), y: tf.tensor1d([0, 1, 0], 'int32') };
  const wide = tf.ones([3, 5]);
  gradientStatistics(model, batch, crossEntropy);
  expectNoLeak(() => {
    gradientStatistics(model, batch, crossEntropy);
    expect(() => gradientStatistics(model, { ...batch, x: wide }, crossEntropy)).toThrow(
      'first.linear: Linear(2 → 6): expected [..., 2], got [3, 5]',
    );
    expect(() =>
      gradientStatistics(model, batch, () => {
        throw new Error('no loss');
      }),
    ).toThrow('no loss');
  });
  expect(() => gradientStatistics({ forward: (x: tf.Tensor) => x.clone() }, batch, crossEntropy)).toThrow(
    'gradientStatistics: expected a model with trainable parameters in its public fields, got none',
  );
  tf.dispose([batch.x, batch.y, wide]);
  dispose(model);
});
