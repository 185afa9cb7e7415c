import type * as tf from '@tensorflow/tfjs';
import { type Activation, DecoderLayer, EncoderLayer, paddingMask, Rng, TransformerBlock } from 'lineage';
import { attentionLeaves, blockLeaves, layerLeaves } from './block-leaves';
import { constant, type OracleCase, testOracle, toTensor } from './oracle';
import { assignParam, expectOracle, inputLeaf, type Leaf } from './oracle-gradients';

/** A layer of the kind that the case is about, in the paper's form: norms behind the sums. */
function layerOf<L extends EncoderLayer | DecoderLayer>(
  oracle: OracleCase,
  make: new (...sizes: ConstructorParameters<typeof EncoderLayer>) => L,
): L {
  const [channels, heads, hidden] = ['dim', 'heads', 'ff'].map((key) =>
    constant<number>(oracle, key, 'number'),
  );
  const activation = constant<Activation & string>(oracle, 'activation', 'string');
  const norm = constant<'post'>(oracle, 'norm', 'string');
  const layer = new make(channels, heads, new Rng(0), { hidden, activation, norm });
  expect(layer.norm1.epsilon).toBe(constant(oracle, 'eps', 'number'));
  return layer;
}

function partLeaves(layer: EncoderLayer | DecoderLayer): Record<string, Leaf> {
  return {
    ...attentionLeaves('self_attn.', layer.attention),
    ...layerLeaves('linear1', layer.feedForward.expand),
    ...layerLeaves('linear2', layer.feedForward.contract),
    ...layerLeaves('norm1', layer.norm1),
    ...layerLeaves('norm2', layer.norm2),
  };
}

const keepMask = (oracle: OracleCase, key: string) =>
  oracle.inputs?.[key] && paddingMask(toTensor(oracle.inputs[key]));

testOracle('transformer', {
  'gpt-block': (oracle) => {
    const [channels, heads] = ['dim', 'heads'].map((key) => constant<number>(oracle, key, 'number'));
    const gelu = constant<'exact' | 'tanh'>(oracle, 'gelu', 'string');
    const block = new TransformerBlock(channels, heads, new Rng(0), {
      bias: constant<boolean>(oracle, 'bias', 'boolean'),
      activation: { exact: 'gelu', tanh: 'geluTanh' }[gelu] as 'gelu' | 'geluTanh',
    });
    expect(constant(oracle, 'causal', 'boolean')).toBe(true);
    expect(constant(oracle, 'norm', 'string')).toBe('pre');
    expect(block.norm1.epsilon).toBe(constant(oracle, 'eps', 'number'));
    expect(block.feedForward.expand.outSize).toBe(constant(oracle, 'ff', 'number'));
    const leaves = blockLeaves('', block);
    for (const [key, leaf] of Object.entries(leaves)) assignParam(oracle, key, leaf);
    const x = inputLeaf(oracle, 'x') as tf.Variable<tf.Rank.R3>;
    expectOracle(oracle, { ...leaves, x: { variable: x } }, () => ({ y: block.forward(x) }));
  },
  'encoder-layer': (oracle) => {
    const layer = layerOf(oracle, EncoderLayer);
    expect(constant(oracle, 'causal', 'boolean')).toBe(false);
    const leaves = partLeaves(layer);
    for (const [key, leaf] of Object.entries(leaves)) assignParam(oracle, key, leaf);
    const x = inputLeaf(oracle, 'x') as tf.Variable<tf.Rank.R3>;
    const mask = keepMask(oracle, 'keyKeep');
    expectOracle(oracle, { ...leaves, x: { variable: x } }, () => ({ y: layer.forward(x, { mask }) }));
  },
  'decoder-layer': (oracle) => {
    const layer = layerOf(oracle, DecoderLayer);
    expect(constant(oracle, 'causal', 'boolean')).toBe(true);
    const leaves = {
      ...partLeaves(layer),
      ...attentionLeaves('multihead_attn.', layer.cross),
      ...layerLeaves('norm3', layer.norm3),
    };
    for (const [key, leaf] of Object.entries(leaves)) assignParam(oracle, key, leaf);
    const [x, memory] = ['x', 'memory'].map((key) => inputLeaf(oracle, key) as tf.Variable<tf.Rank.R3>);
    const masks = { mask: keepMask(oracle, 'keyKeep'), memoryMask: keepMask(oracle, 'memoryKeep') };
    const all = { ...leaves, x: { variable: x }, memory: { variable: memory } };
    expectOracle(oracle, all, () => ({ y: layer.forward(x, memory, masks) }));
  },
});
