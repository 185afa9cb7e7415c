import * as tf from '@tensorflow/tfjs';
import type { Layer, Optimizer } from 'lineage';
import {
  Adagrad,
  Adam,
  AdamW,
  cosine,
  crossEntropy,
  dispose,
  Mlp,
  parameters,
  RmsProp,
  Rng,
  Sgd,
} from 'lineage';
import { StepRng } from 'lineage/noise';
import { trainStep } from '../../../lib/train/train-step';

const optimisers: Record<string, (model: unknown) => Optimizer> = {
  Sgd: (model) => new Sgd(model, { learningRate: 0.1 }),
  'Sgd with Nesterov momentum and decay': (model) =>
    new Sgd(model, { learningRate: 0.05, momentum: 0.9, nesterov: true, weightDecay: 0.01 }),
  'Adam with a schedule': (model) =>
    new Adam(model, { learningRate: cosine({ peak: 1e-2, steps: 20, warmup: 5 }) }),
  AdamW: (model) => new AdamW(model, { learningRate: 1e-2, weightDecay: 0.1 }),
  'RmsProp with momentum': (model) => new RmsProp(model, { learningRate: 1e-3, momentum: 0.9 }),
  Adagrad: (model) => new Adagrad(model, { learningRate: 0.1 }),
};

function run(make: (model: unknown) => Optimizer, eager: boolean) {
  const model: Layer = new Mlp({ layers: [12, 16, 4], activation: 'relu', dropout: 0.25 }, new Rng(1));
  const optimizer = make(model);
  const step = trainStep(model, optimizer, crossEntropy, { clipNorm: 1, eager });
  const clock = { step: 0 };
  const data = new Rng(2);
  const results = [];
  const modes = [];
  for (clock.step = 1; clock.step <= 20; clock.step++) {
    const x = tf.tensor2d(
      Float32Array.from({ length: 8 * 12 }, () => data.normal()),
      [8, 12],
    );
    const y = tf.tensor1d(
      Int32Array.from({ length: 8 }, () => data.integer(4)),
      'int32',
    );
    results.push(step({ x, y }, new StepRng(new Rng(3), clock)));
    modes.push(step.compiled.mode);
    tf.dispose([x, y]);
  }
  const why = step.compiled.why;
  step.dispose();
  const values = Object.values(parameters(model)).map((variable) => variable.dataSync());
  const state = Object.values(optimizer.state).map((variable) => variable.dataSync());
  const { steps } = optimizer;
  optimizer.dispose();
  dispose(model);
  return { results, modes, why, values, state, steps };
}

test.each(Object.entries(optimisers))(
  '20 steps with dropout and %s are the same bits eager and compiled',
  (_, make) => {
    const before = tf.memory().numTensors;
    const eager = run(make, true);
    const compiled = run(make, false);
    const native = tf.getBackend() === 'tensorflow';
    if (native) expect(compiled.why).toBeUndefined();
    expect(compiled.modes.filter((mode) => mode === 'graph').length).toBe(native ? 16 : 0); // all but 1, 2, 4 and 16
    const same = ({ results, values, state, steps }: typeof eager) => ({ results, values, state, steps });
    expect(same(compiled)).toEqual(same(eager));
    expect(tf.memory().numTensors).toBe(before);
  },
);
