import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import {
  DeepMlp,
  type DeepMlpConfig,
  dispose,
  type Init,
  Mlp,
  type NormKind,
  normal,
  parameters,
  Rng,
} from 'lineage';
import { expectNoLeak } from '../../leaks';
import { expectGradient } from '../nn/finite-differences';

const config = { inputs: 3, width: 4, depth: 3, outputs: 2, activation: 'tanh', init: 'xavier' } as const;
const both = { ...config, norm: 'layer', residual: true } as const;

test('has as many hidden layers as it is deep, by path', () => {
  const [plain, full] = [config, both].map((shape) => new DeepMlp(shape, new Rng(0)));
  const weights = (model: DeepMlp) =>
    Object.keys(parameters(model)).filter((path) => path.endsWith('weight'));
  expect(weights(plain)).toEqual([
    'first.linear.weight',
    'blocks.0.linear.weight',
    'blocks.1.linear.weight',
    'output.weight',
  ]);
  expect(weights(full)).toEqual([
    'first.linear.weight',
    'blocks.0.branch.norm.weight',
    'blocks.0.branch.linear.weight',
    'blocks.1.branch.norm.weight',
    'blocks.1.branch.linear.weight',
    'norm.weight',
    'output.weight',
  ]);
  dispose([plain, full]);
});

test('is an Mlp when plain: the same numbers from the same weights', () => {
  const deep = new DeepMlp(config, new Rng(1));
  const mlp = new Mlp({ layers: [3, 4, 4, 4, 2], activation: 'tanh' }, new Rng(2));
  Object.values(parameters(mlp)).forEach((variable, index) => {
    variable.assign(Object.values(parameters(deep))[index]);
  });
  tf.tidy(() => {
    const x = normal<tf.Rank.R2>([5, 3], 1, new Rng(3));
    expect(Array.from(deep.forward(x).dataSync())).toEqual(Array.from(mlp.forward(x).dataSync()));
  });
  dispose([deep, mlp]);
});

test('with both it is x ← x + tanh(norm(x) W + b), a norm, and the output', () => {
  const model = new DeepMlp({ ...both, depth: 2 }, new Rng(1));
  const weights = parameters(model);
  tf.tidy(() => {
    const x = normal<tf.Rank.R2>([5, 3], 1, new Rng(3));
    const standard = (rows: tf.Tensor) => {
      const { mean, variance } = tf.moments(rows, 1, true);
      return rows.sub(mean).div(variance.add(1e-5).sqrt());
    };
    const h1 = x.matMul(weights['first.linear.weight']).tanh();
    const h2 = h1.add(standard(h1).matMul(weights['blocks.0.branch.linear.weight']).tanh());
    const y = standard(h2).matMul(weights['output.weight']).dataSync();
    model
      .forward(x)
      .dataSync()
      .forEach((value, index) => {
        expect(value).toBeCloseTo(y[index], 5);
      });
  });
  dispose(model);
});

test('hidden() gives the output of every layer; the last is what the output layer is given', () => {
  const model = new DeepMlp(both, new Rng(1));
  const x = normal<tf.Rank.R2>([5, 3], 1, new Rng(3));
  const hidden = model.hidden(x);
  expect(hidden.map(({ shape }) => shape)).toEqual(Array.from({ length: 3 }, () => [5, 4]));
  tf.tidy(() => {
    expect(Array.from(hidden[0].dataSync())).toEqual(Array.from(model.first.forward(x).dataSync()));
    const y = model.output.forward(model.norm!.forward(hidden[2]));
    expect(Array.from(model.forward(x).dataSync())).toEqual(Array.from(y.dataSync()));
  });
  expectNoLeak(() => tf.dispose(model.hidden(x)));
  tf.dispose([x, hidden]);
  dispose(model);
});

test('any depth, start, norm: the output has its shape, is finite, and has a gradient for every parameter', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom<Init>('lecun', 'xavierUniform', 'heUniform', 'orthogonal', { deviation: 0.1 }),
      fc.constantFrom<NormKind | undefined>(undefined, 'layer', 'rms'),
      fc.boolean(),
      (depth, init, norm, residual) => {
        tf.tidy(() => {
          const model = new DeepMlp({ ...config, depth, init, norm, residual }, new Rng(depth));
          const variables = Object.values(parameters(model));
          const x = normal<tf.Rank.R2>([5, 3], 1, new Rng(3));
          expect(model.forward(x).shape).toEqual([5, 2]);
          const { value, grads } = tf.variableGrads(() => model.forward(x).square().sum(), variables);
          expect(Number.isFinite(value.dataSync()[0])).toBe(true);
          expect(Object.keys(grads)).toHaveLength(variables.length);
          dispose(model);
        });
      },
    ),
    { numRuns: 30 },
  );
});

test('has the gradient of its finite differences', () => {
  const model = new DeepMlp({ ...both, depth: 6 }, new Rng(2));
  expectGradient((x) => model.forward(x).square().sum(), [1, -2, 3, 0.5, 0, -1], [2, 3]);
  dispose(model);
});

test('the same seed starts the same network; a further layer leaves the ones before unchanged', () => {
  const [a, b, deeper] = [3, 3, 4].map((depth) => new DeepMlp({ ...config, depth }, new Rng(7)));
  const weights = (model: DeepMlp, path: string) => Array.from(parameters(model)[path].dataSync());
  for (const path of ['first.linear.weight', 'blocks.1.linear.weight', 'output.weight']) {
    expect(weights(a, path)).toEqual(weights(b, path));
    expect(weights(a, path)).toEqual(weights(deeper, path));
  }
  expect(weights(a, 'blocks.0.linear.weight')).not.toEqual(weights(a, 'blocks.1.linear.weight'));
  dispose([a, b, deeper]);
});

test.each<[Partial<Record<keyof DeepMlpConfig, unknown>>, string]>([
  [{ depth: 0 }, 'DeepMlp: expected a whole number of hidden layers of at least 1, got 0'],
  [{ depth: 2.5 }, 'DeepMlp: expected a whole number of hidden layers of at least 1, got 2.5'],
  [{ width: 0 }, 'DeepMlp: expected a whole number of units per layer of at least 1, got 0'],
  [{ inputs: 0 }, 'DeepMlp: expected a whole number of inputs of at least 1, got 0'],
  [{ outputs: -1 }, 'DeepMlp: expected a whole number of outputs of at least 1, got -1'],
  [{ init: 'glorot' }, 'init: expected one of lecun, xavier, xavierUniform, he, heUniform,'],
  [{ init: { deviation: -1 } }, 'init: expected a deviation of at least 0, got -1'],
  [{ norm: 'batch' }, 'norm: expected one of layer, rms, got "batch"'],
])('refuses %j, and leaves nothing behind', (wrong, message) => {
  expectNoLeak(() => {
    expect(() => new DeepMlp({ ...config, ...wrong } as DeepMlpConfig, new Rng(0))).toThrow(message);
  });
});

test('a wrong input names the layer, the shape it expected and the shape it got', () => {
  const model = new DeepMlp(config, new Rng(0));
  const x = tf.ones([8, 4]);
  expect(() => model.forward(x)).toThrow('Linear(3 → 4): expected [..., 3], got [8, 4]');
  x.dispose();
  dispose(model);
});

test('forward leaves only its result', () => {
  const model = new DeepMlp(both, new Rng(4));
  const x = tf.ones([2, 3]);
  expectNoLeak(() => model.forward(x).dispose());
  x.dispose();
  dispose(model);
});
