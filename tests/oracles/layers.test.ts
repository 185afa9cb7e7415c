import * as tf from '@tensorflow/tfjs';
import {
  type Activation,
  activate,
  binaryCrossEntropy,
  Embedding,
  FeedForward,
  LayerNorm,
  Linear,
  leakyRelu,
  logSoftmax,
  mse,
  ResidualBlock,
  RMSNorm,
  Rng,
  Sgd,
  softmax,
} from 'lineage';
import { constant, expectClose, type OracleCase, type OracleTensors, testOracle, toTensor } from './oracle';
import { assignParam, expectOracle, inputLeaf, type Leaf } from './oracle-gradients';

const rng = new Rng(0);

/** Our name of an activation: `gelu-tanh` → `geluTanh`. */
function activationNamed(name: string): Activation {
  if (name === 'gelu-exact') return 'gelu';
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) as Activation;
}

function elementwise(f: (x: tf.Tensor, oracle: OracleCase) => tf.Tensor): (oracle: OracleCase) => void {
  return (oracle) => {
    const x = inputLeaf(oracle, 'x');
    expectOracle(oracle, { x: { variable: x } }, () => ({ y: f(x, oracle) }));
  };
}

const activation = elementwise((x, { op }) => activate(activationNamed(op), x));

/** The scores as softmax takes them: divided by the temperature, if the case has one. */
function cooled(x: tf.Tensor, oracle: OracleCase): tf.Tensor {
  return 'temperature' in oracle.config ? x.div(constant<number>(oracle, 'temperature', 'number')) : x;
}

function norm(oracle: OracleCase, layer: LayerNorm | RMSNorm): void {
  expect(constant(oracle, 'axis', 'number')).toBe(-1);
  const leaves: Record<string, Leaf> = { weight: { variable: layer.weight } };
  if (layer instanceof LayerNorm && layer.bias) leaves.bias = { variable: layer.bias };
  for (const [key, leaf] of Object.entries(leaves)) assignParam(oracle, key, leaf);
  const x = inputLeaf(oracle, 'x');
  expectOracle(oracle, { ...leaves, x: { variable: x } }, () => ({ y: layer.forward<tf.Tensor>(x) }));
}

/** Two Linear layers with the case's numbers, and their leaves. */
function twoLayers(oracle: OracleCase): { layers: [Linear, Linear]; leaves: Record<string, Leaf> } {
  const sizes = (key: string) => [...(oracle.params?.[key].shape ?? [])].reverse();
  const layers = ['W1', 'W2'].map((key) => {
    const [inSize, outSize] = sizes(key);
    return new Linear(inSize, outSize, rng);
  }) as [Linear, Linear];
  const leaves = Object.fromEntries<Leaf>(
    layers.flatMap<[string, Leaf]>(({ weight, bias }, index) => [
      [`W${index + 1}`, { variable: weight, transposed: true }],
      [`b${index + 1}`, { variable: bias! }],
    ]),
  );
  for (const [key, leaf] of Object.entries(leaves)) assignParam(oracle, key, leaf);
  return { layers, leaves };
}

/** What gradient descent must do with an MLP: the loss before every step, the parameters after the last. */
interface Training {
  readonly optimiser: string;
  readonly lr: number;
  readonly steps: number;
  readonly losses: readonly number[];
  readonly params: OracleTensors;
}

function mlp(oracle: OracleCase): void {
  const { layers, leaves } = twoLayers(oracle);
  const [x, target] = ['x', 'target'].map((key) => inputLeaf(oracle, key));
  const bend = activationNamed(constant(oracle, 'activation', 'string'));
  const loss = { mse, bce: binaryCrossEntropy }[constant<'mse' | 'bce'>(oracle, 'loss', 'string')];
  const reduction = constant<'mean' | 'sum'>(oracle, 'reduction', 'string');
  const forward = () => {
    const hidden = activate(bend, layers[0].forward<tf.Tensor>(x));
    const y = activate(bend, layers[1].forward(hidden));
    return { hidden, y, loss: loss(y, target, { reduction }) };
  };
  expect(layers[0].outSize).toBe(constant(oracle, 'hidden', 'number'));
  expectOracle(oracle, leaves, forward);

  const training = oracle.training as Training;
  expect(training.optimiser).toBe('sgd');
  const optimizer = new Sgd({ layers }, { learningRate: training.lr });
  const losses: number[] = [];
  for (let step = 0; step < training.steps; step++) {
    const { value, grads } = tf.variableGrads(() => forward().loss, Object.values(optimizer.parameters));
    losses.push(value.dataSync()[0]);
    const paths = Object.entries(optimizer.parameters);
    optimizer.step(Object.fromEntries(paths.map(([path, { name }]) => [path, grads[name]])));
  }
  expectClose(`${oracle.name}: losses`, losses, training.losses);
  for (const [key, expected] of Object.entries(training.params)) {
    const { variable, transposed } = leaves[key];
    expectClose(`${oracle.name}: ${key} trained`, transposed ? variable.transpose() : variable, expected);
  }
}

testOracle('layers', {
  linear: (oracle) => {
    const sizes = ['in', 'out'].map((key) => constant<number>(oracle, key, 'number'));
    const layer = new Linear(sizes[0], sizes[1], rng, { bias: constant<boolean>(oracle, 'bias', 'boolean') });
    const leaves: Record<string, Leaf> = { weight: { variable: layer.weight, transposed: true } };
    if (layer.bias) leaves.bias = { variable: layer.bias };
    for (const [key, leaf] of Object.entries(leaves)) assignParam(oracle, key, leaf);
    const x = inputLeaf(oracle, 'x');
    expectOracle(oracle, { ...leaves, x: { variable: x } }, () => ({ y: layer.forward<tf.Tensor>(x) }));
  },
  embedding: (oracle) => {
    const [count, size] = ['vocab', 'dim'].map((key) => constant<number>(oracle, key, 'number'));
    const layer = new Embedding(count, size, rng);
    assignParam(oracle, 'weight', { variable: layer.weight });
    const ids = toTensor(oracle.inputs!.ids);
    expectOracle(oracle, { weight: { variable: layer.weight } }, () => ({ y: layer.forward(ids) }));
  },
  layernorm: (oracle) => {
    const size = oracle.params!.weight.shape[0];
    const epsilon = constant<number>(oracle, 'eps', 'number');
    norm(oracle, new LayerNorm(size, { epsilon, bias: oracle.params!.bias !== undefined }));
  },
  rmsnorm: (oracle) => {
    const size = oracle.params!.weight.shape[0];
    norm(oracle, new RMSNorm(size, { epsilon: constant<number>(oracle, 'eps', 'number') }));
  },
  'gelu-exact': activation,
  'gelu-tanh': activation,
  relu: activation,
  tanh: activation,
  sigmoid: activation,
  silu: activation,
  'log-sigmoid': activation,
  softplus: activation,
  'leaky-relu-*': elementwise((x, { op }) => leakyRelu(x, Number(op.slice('leaky-relu-'.length)))),
  softmax: elementwise((x, oracle) => softmax(cooled(x, oracle), constant<number>(oracle, 'axis', 'number'))),
  log_softmax: elementwise((x, oracle) =>
    logSoftmax(cooled(x, oracle), constant<number>(oracle, 'axis', 'number')),
  ),
  mlp,
  'mlp-residual': (oracle) => {
    const [hidden, channels] = oracle.params!.W1.shape;
    const activation = activationNamed(constant(oracle, 'activation', 'string'));
    const branch = new FeedForward(channels, hidden, rng, { activation });
    const { expand, contract } = branch;
    const leaves: Record<string, Leaf> = {
      W1: { variable: expand.weight, transposed: true },
      b1: { variable: expand.bias! },
      W2: { variable: contract.weight, transposed: true },
      b2: { variable: contract.bias! },
    };
    for (const [key, leaf] of Object.entries(leaves)) assignParam(oracle, key, leaf);
    const x = inputLeaf(oracle, 'x');
    const block = new ResidualBlock(branch);
    expectOracle(oracle, { ...leaves, x: { variable: x } }, () => ({ y: block.forward<tf.Tensor>(x) }));
  },
});
