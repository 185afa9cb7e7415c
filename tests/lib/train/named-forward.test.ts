import * as tf from '@tensorflow/tfjs';
import {
  Adam,
  crossEntropy,
  evaluate,
  type Layer,
  Linear,
  Mlp,
  madeDigits,
  predict,
  Rng,
  train,
} from 'lineage';

/** Layers one after the other, as a reader would write them. */
class Chain implements Layer {
  constructor(readonly layers: readonly Layer[]) {}

  forward(x: tf.Tensor): tf.Tensor {
    return tf.tidy(() => this.layers.reduce((h, layer) => layer.forward(h), x));
  }
}

/** A layer of bare operations, which knows nothing of shapes. */
class Bare implements Layer {
  readonly weight = tf.variable(tf.zeros([4, 2]));

  forward<T extends tf.Tensor>(x: T): T {
    return x.matMul(this.weight) as T;
  }
}

const { train: digits } = madeDigits({ seed: 0, train: 20, test: 1 });

async function trained(model: Layer): Promise<void> {
  const optimizer = new Adam(model, { learningRate: 0.01 });
  const options = { batchSize: 10, steps: 1, rng: new Rng(0), loss: crossEntropy };
  for await (const _progress of train(model, optimizer, digits, options));
}

test('a layer of the library is named by its path', async () => {
  const model = new Chain([new Linear(784, 3, new Rng(0)), new Linear(9, 2, new Rng(0))]);
  const message = 'layers.1: Linear(9 → 2): expected [..., 9], got';
  expect(() => evaluate(model, digits)).toThrow(`${message} [20, 3]`);
  expect(() => predict(model, digits)).toThrow(`${message} [20, 3]`);
  await expect(trained(model)).rejects.toThrow(`${message} [10, 3]`);
});

test('so is a layer of bare operations, with what it was given', async () => {
  const model = new Chain([new Chain([new Linear(784, 3, new Rng(0)), new Bare()])]);
  const message = 'layers.0.layers.1 (Bare), which was given [20, 3]: ';
  expect(() => evaluate(model, digits)).toThrow(message);
  await expect(trained(model)).rejects.toThrow('layers.0.layers.1 (Bare), which was given [10, 3]: ');
});

test('a model without layers says what it says', () => {
  expect(() => evaluate(new Linear(3, 2, new Rng(0)), digits)).toThrow(
    /^Linear\(3 → 2\): expected \[\.\.\., 3\], got \[20, 784\]$/,
  );
});

test('nothing is left behind, and the layers are as they were', async () => {
  const model = new Mlp({ layers: [3, 5, 2], activation: 'relu' }, new Rng(0));
  const before = tf.memory().numTensors;
  expect(() => evaluate(model, digits)).toThrow('layers.0: Linear(3 → 5): expected [..., 3], got [20, 784]');
  expect(tf.memory().numTensors).toBe(before);
  expect(Object.hasOwn(model.layers[0], 'forward')).toBe(false);
});

test('an interrupt passes unchanged, and nothing runs a second time', () => {
  let calls = 0;
  const stop = Object.assign(new Error('stopped by the reader'), { name: 'KeyboardInterrupt' });
  const model: Layer = {
    forward: () => {
      calls++;
      throw stop;
    },
  };
  expect(() => predict(model, digits)).toThrow(stop);
  expect([calls, stop.message]).toEqual([1, 'stopped by the reader']);
});
