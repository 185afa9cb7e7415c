import * as tf from '@tensorflow/tfjs';
import {
  Adagrad,
  Adam,
  AdamW,
  clipByGlobalNorm,
  clipByValue,
  cosine,
  noam,
  type Optimizer,
  RmsProp,
  rosenbrock,
  type Schedule,
  Sgd,
} from 'lineage';
import {
  constant,
  expectClose,
  type OracleCase,
  type OracleTensor,
  type Tolerance,
  testOracle,
  toTensor,
} from './oracle';

/** Losses and gradients near 1e-6, where the usual atol would hide an error. */
const tight: Tolerance = { rtol: 1e-5, atol: 1e-6 };

type Rates = number | Schedule;

/** Each optimiser of the oracles with ours and the constants it takes. */
const known: Record<string, [new (model: unknown, options: never) => Optimizer, ...string[]]> = {
  sgd: [Sgd, 'weightDecay'],
  momentum: [Sgd, 'momentum', 'weightDecay'],
  nesterov: [Sgd, 'momentum', 'nesterov', 'weightDecay'],
  rmsprop: [RmsProp, 'decay', 'epsilon', 'momentum'],
  adagrad: [Adagrad, 'epsilon'],
  adam: [Adam, 'beta1', 'beta2', 'epsilon', 'weightDecay'],
  adamw: [AdamW, 'beta1', 'beta2', 'epsilon', 'weightDecay'],
};

/** Constants of the run, which the optimiser doesn't take. */
const ofTheRun = ['optimiser', 'lr', 'steps', 'minLr', 'warmup', 'total', 'clipGlobalNorm'];

/** Our optimiser for the case's `config.optimiser` with all of its constants; one that it doesn't take fails. */
function optimizerFor({ name, config }: OracleCase, model: unknown, learningRate: Rates): Optimizer {
  const [Rule, ...taken] = known[config.optimiser as string] ?? [];
  if (!Rule) throw new Error(`${name}: no test reads the optimiser ${config.optimiser}`);
  const options: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(config)) {
    if (ofTheRun.includes(key)) continue;
    if (key === 'betas') [options.beta1, options.beta2] = value as number[];
    else options[{ eps: 'epsilon', alpha: 'decay' }[key] ?? key] = value;
  }
  const unread = Object.keys(options).filter((key) => !taken.includes(key));
  if (unread.length) throw new Error(`${name}: no test reads the constants ${unread} of ${config.optimiser}`);
  return new Rule(model, { learningRate, ...options } as never);
}

/** The function that the case descends. */
function objective(oracle: OracleCase, x: tf.Tensor): () => tf.Scalar {
  if (oracle.function === 'rosenbrock') return () => rosenbrock(x).asScalar();
  if (oracle.function !== 'quadratic' && oracle.function !== 'quadratic-tiny')
    throw new Error(`${oracle.name}: no test reads the function ${oracle.function}`);
  const scale = oracle.function === 'quadratic-tiny' ? 1e-6 : 1;
  const [A, c] = ['A', 'c'].map((key) => toTensor(oracle[key] as OracleTensor));
  return () => {
    const row = x.reshape<tf.Tensor2D>([1, -1]);
    const half = row
      .matMul(A as tf.Tensor2D)
      .mul(row)
      .sum()
      .mul(0.5);
    return half.sub(x.mul(c).sum()).mul(scale).asScalar();
  };
}

function trajectory(oracle: OracleCase, learningRate: Rates, maxNorm?: number): void {
  const { name } = oracle;
  const xAfter = oracle.xAfter as OracleTensor;
  const x = tf.variable(toTensor(oracle.x0 as OracleTensor));
  const loss = objective(oracle, x);
  const optimizer = optimizerFor(oracle, { x }, learningRate);
  const tolerance = String(oracle.function).endsWith('-tiny') ? tight : undefined;
  const steps = constant<number>(oracle, 'steps', 'number');
  expect(xAfter.shape[0]).toBe(steps);
  const places: number[] = [];
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const { value, grads } = tf.variableGrads(loss, [x]);
    losses.push(value.dataSync()[0]);
    const gradients = { x: grads[x.name] };
    optimizer.step(maxNorm === undefined ? gradients : clipByGlobalNorm(gradients, maxNorm).gradients);
    places.push(...x.dataSync());
  }
  expectClose(`${name}: x after each step`, places, xAfter.data, tolerance);
  expectClose(`${name}: loss before each step`, losses, oracle.lossesBefore as number[], tolerance);
  if (oracle.finalLoss !== undefined)
    expectClose(`${name}: final loss`, loss().dataSync(), [oracle.finalLoss as number], tolerance);
}

/** Warm-up from the first stair, cosine down to the floor. */
function nanoGptSchedule(oracle: OracleCase): Schedule {
  const [peak, floor, warmup, steps] = ['lr', 'minLr', 'warmup', 'total'].map((key) =>
    constant<number>(oracle, key, 'number'),
  );
  return cosine({ peak, floor, warmup, steps });
}

/** Rates are far below the usual atol. */
function expectRates({ name, lrs }: OracleCase, rates: number[]): void {
  expectClose(`${name}: rates`, rates, lrs as number[], { rtol: 1e-7, atol: 1e-15 });
}

testOracle('optimisers', {
  optimiser: (oracle) => trajectory(oracle, constant<number>(oracle, 'lr', 'number')),
  'optimiser-scheduled': (oracle) =>
    trajectory(oracle, nanoGptSchedule(oracle), constant<number>(oracle, 'clipGlobalNorm', 'number')),
  'schedule-cosine-nanogpt': (oracle) =>
    expectRates(
      oracle,
      (oracle.lrs as number[]).map((_, step) => nanoGptSchedule(oracle)(step)),
    ),
  'schedule-cosine-hf': (oracle) => {
    const [peak, warmup, steps] = ['lr', 'warmup', 'total'].map((key) =>
      constant<number>(oracle, key, 'number'),
    );
    const schedule = cosine({ peak, warmup, steps, start: 0 });
    expectRates(
      oracle,
      (oracle.lrs as number[]).map((_, step) => schedule(step)),
    );
  },
  'schedule-noam': (oracle) => {
    const [channels, warmup] = ['dim', 'warmup'].map((key) => constant<number>(oracle, key, 'number'));
    const schedule = noam({ channels, warmup });
    expectRates(
      oracle,
      (oracle.steps as number[]).map((step) => schedule(step - 1)),
    );
  },
  'clip-global-norm': (oracle) => {
    const gradients = Object.fromEntries(
      Object.entries(oracle.inputs!).map(([key, value]) => [key, toTensor(value)]),
    );
    const clipped = clipByGlobalNorm(gradients, constant(oracle, 'maxNorm', 'number'));
    expectClose(`${oracle.name}: norm`, clipped.norm.dataSync()[0], oracle.norm as number);
    for (const [key, expected] of Object.entries(oracle.outputs!))
      expectClose(`${oracle.name}: ${key}`, clipped.gradients[key], expected);
  },
  'clip-value': (oracle) => {
    const { g } = clipByValue({ g: toTensor(oracle.inputs!.g) }, constant(oracle, 'clip', 'number'));
    expectClose(`${oracle.name}: g`, g, oracle.outputs!.g);
  },
});
