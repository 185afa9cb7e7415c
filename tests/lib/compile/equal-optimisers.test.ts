import * as tf from '@tensorflow/tfjs';
import {
  Adagrad,
  Adam,
  AdamW,
  cosine,
  dispose,
  Mlp,
  mse,
  noam,
  normal,
  type Optimizer,
  RmsProp,
  Rng,
  Sgd,
} from 'lineage';
import { expectBothWays } from './expect-both-ways';

const rng = new Rng(1);

const optimisers: Record<string, (model: unknown) => Optimizer> = {
  'gradient descent': (model) => new Sgd(model, { learningRate: 0.1, weightDecay: 0.01 }),
  'Nesterov momentum': (model) => new Sgd(model, { learningRate: 0.05, momentum: 0.9, nesterov: true }),
  RmsProp: (model) => new RmsProp(model, { learningRate: 1e-3, momentum: 0.9 }),
  Adagrad: (model) => new Adagrad(model, { learningRate: 0.1 }),
  'Adam with a warm-up': (model) =>
    new Adam(model, { learningRate: noam({ channels: 64, warmup: 10 }), weightDecay: 0.01 }),
  'AdamW with a schedule': (model) =>
    new AdamW(model, { learningRate: cosine({ peak: 1e-2, steps: 20, warmup: 5 }), decayed: 'matrices' }),
};

describe.each(['plain', 'xla'] as const)('as a graph, %s', (way) => {
  test.each(Object.entries(optimisers))('%s trains an Mlp as it does eagerly', (_, optimizer) => {
    const before = tf.memory().numTensors;
    const model = new Mlp({ layers: [5, 8, 3], activation: 'tanh' }, rng);
    const batch = (step: number) => ({
      x: normal<tf.Rank.R2>([4, 5], 1, rng.fork(step)),
      y: normal<tf.Rank.R2>([4, 3], 1, rng.fork(`target ${step}`)),
    });
    expectBothWays({ model, loss: mse, optimizer, batch }, way);
    dispose(model);
    expect(tf.memory().numTensors).toBe(before);
  });
});
