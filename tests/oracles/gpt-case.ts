import * as tf from '@tensorflow/tfjs';
import { AdamW, clipByGlobalNorm, crossEntropy, Gpt, generate, Rng } from 'lineage';
import { blockLeaves, layerLeaves } from './block-leaves';
import {
  constant,
  expectClose,
  type OracleCase,
  type OracleTensor,
  type OracleTensors,
  toTensor,
} from './oracle';
import { assignParam, expectOracle, type Leaf } from './oracle-gradients';

/** The likeliest continuation of a prompt, and by how much each choice was ahead. */
interface Greedy {
  readonly prompt: OracleTensor;
  readonly sequence: OracleTensor;
}

/** What AdamW must do on one batch: losses before each step and after the last, and parameters after it. */
interface Training {
  readonly optimiser: string;
  readonly lr: number;
  readonly betas: readonly [number, number];
  readonly eps: number;
  readonly weightDecay: number;
  readonly decayed: string;
  readonly clipGlobalNorm: number;
  readonly steps: number;
  readonly losses: readonly number[];
  readonly gradNormsBeforeClip: readonly number[];
  readonly finalParams: OracleTensors;
  readonly finalParamL2: Readonly<Record<string, number>>;
}

/** Checks a whole GPT: logits, loss, perplexity, every gradient, the greedy continuation, and a run of AdamW. */
export function gptCase(oracle: OracleCase): void {
  const model = gpt(oracle);
  const leaves: Record<string, Leaf> = {
    'wte.weight': { variable: model.tokens.weight },
    'wpe.weight': { variable: model.positions.weight },
    ...Object.assign({}, ...model.blocks.map((block, layer) => blockLeaves(`blocks.${layer}.`, block))),
    ...layerLeaves('ln_f', model.norm),
  };
  for (const [key, leaf] of Object.entries(leaves)) assignParam(oracle, key, leaf);
  const [ids, targets] = ['ids', 'targets'].map((key) => toTensor(oracle.inputs![key]) as tf.Tensor2D);
  const forward = () => {
    const logits = model.forward(ids);
    const loss = crossEntropy(logits, targets);
    return { logits, loss, perplexity: loss.exp() };
  };
  expectOracle(oracle, leaves, forward);

  const { prompt, sequence } = oracle.greedy as Greedy;
  const tokens = sequence.data.length - prompt.data.length;
  for (const cache of [true, false]) {
    const said = generate(model, prompt.data, { tokens, temperature: 0, rng: new Rng(0), cache });
    expect([...prompt.data, ...said]).toEqual(sequence.data);
  }

  const training = oracle.training as Training;
  expectTraining(oracle, training, model, () => forward().loss);
  for (const [key, expected] of Object.entries(training.finalParams)) {
    const { variable, transposed } = leaves[key];
    expectClose(`${oracle.name}: ${key} trained`, transposed ? variable.transpose() : variable, expected);
  }
  for (const [key, expected] of Object.entries(training.finalParamL2))
    expectClose(`${oracle.name}: length of ${key} trained`, leaves[key].variable.norm(), [expected]);
}

function gpt(oracle: OracleCase): Gpt {
  const [vocabulary, context, channels, heads, layers] = ['vocab', 'block', 'dim', 'heads', 'layers'].map(
    (key) => constant<number>(oracle, key, 'number'),
  );
  const bias = constant<boolean>(oracle, 'bias', 'boolean');
  const gelu = constant<'exact' | 'tanh'>(oracle, 'gelu', 'string');
  const model = new Gpt({ vocabulary, context, channels, heads, layers, bias, gelu }, new Rng(0));
  expect(model.norm.epsilon).toBe(constant(oracle, 'eps', 'number'));
  expect(model.blocks[0].feedForward.expand.outSize).toBe(constant(oracle, 'ff', 'number'));
  expect(constant(oracle, 'tied', 'boolean')).toBe(true);
  return model;
}

function expectTraining(oracle: OracleCase, training: Training, model: Gpt, forward: () => tf.Scalar): void {
  const { name } = oracle;
  expect(training.optimiser).toBe('adamw');
  expect(training.decayed).toMatch(/^tensors of 2 dimensions or more/);
  const optimizer = new AdamW(model, {
    learningRate: training.lr,
    beta1: training.betas[0],
    beta2: training.betas[1],
    epsilon: training.eps,
    weightDecay: training.weightDecay,
    decayed: 'matrices',
  });
  const paths = Object.entries(optimizer.parameters);
  const losses: number[] = [];
  const norms: number[] = [];
  for (let step = 0; step < training.steps; step++)
    tf.tidy(() => {
      const { value, grads } = tf.variableGrads(forward, Object.values(optimizer.parameters));
      const byPath = Object.fromEntries(paths.map(([path, variable]) => [path, grads[variable.name]]));
      const { gradients, norm } = clipByGlobalNorm(byPath, training.clipGlobalNorm);
      losses.push(value.dataSync()[0]);
      norms.push(norm.dataSync()[0]);
      optimizer.step(gradients);
    });
  losses.push(forward().dataSync()[0]);
  expectClose(`${name}: loss before each step and after the last`, losses, training.losses);
  expectClose(`${name}: gradient norms`, norms, training.gradNormsBeforeClip);
  expectClose(`${name}: first gradient norm`, norms[0], oracle.gradNorm as number);
}
