import type * as tf from '@tensorflow/tfjs';
import {
  AdditiveAttention,
  CausalSelfAttention,
  causalMask,
  paddingMask,
  Rng,
  scaledDotProductAttention,
} from 'lineage';
import { layerLeaves } from './block-leaves';
import { constant, type OracleCase, testOracle, toTensor } from './oracle';
import { assignParam, expectOracle, inputLeaf, type Leaf } from './oracle-gradients';

/** The sum of the masks that the case asks for, or none. */
function maskOf(oracle: OracleCase, queries: number): tf.Tensor | undefined {
  const masks: tf.Tensor[] = [];
  if (constant(oracle, 'causal', 'boolean')) masks.push(causalMask(queries));
  if (oracle.inputs?.keyKeep) masks.push(paddingMask(toTensor(oracle.inputs.keyKeep)));
  return masks.length === 0 ? undefined : masks.reduce((sum, mask) => sum.add(mask));
}

testOracle('attention', {
  sdpa: (oracle) => {
    expect(constant(oracle, 'scale', 'string')).toBe('1/sqrt(D)');
    expect(constant(oracle, 'layout', 'string')).toBe('[B,H,T,D]');
    const [q, k, v] = ['q', 'k', 'v'].map((key) => inputLeaf(oracle, key) as tf.Variable<tf.Rank.R4>);
    const mask = maskOf(oracle, q.shape[2]);
    expectOracle(oracle, { q: { variable: q }, k: { variable: k }, v: { variable: v } }, () => {
      const { output, weights } = scaledDotProductAttention(q, k, v, { mask });
      return { y: output, weights };
    });
  },
  mha: (oracle) => {
    const [channels, heads] = ['dim', 'heads'].map((key) => constant<number>(oracle, key, 'number'));
    expect(constant(oracle, 'causal', 'boolean')).toBe(true);
    const bias = constant<boolean>(oracle, 'bias', 'boolean');
    const attention = new CausalSelfAttention(channels, heads, new Rng(0), { bias });
    const leaves: Record<string, Leaf> = {
      in_proj_weight: { variable: attention.qkv.weight, transposed: true },
      ...(attention.qkv.bias && { in_proj_bias: { variable: attention.qkv.bias } }),
      ...layerLeaves('out_proj', attention.out),
    };
    for (const [key, leaf] of Object.entries(leaves)) assignParam(oracle, key, leaf);
    const x = inputLeaf(oracle, 'x') as tf.Variable<tf.Rank.R3>;
    expectOracle(oracle, { ...leaves, x: { variable: x } }, () => {
      const { output, weights } = attention.attend(x);
      return { y: output, weights };
    });
  },
  'additive-attention': (oracle) => {
    const query = inputLeaf(oracle, 'query') as tf.Variable<tf.Rank.R2>;
    const keys = inputLeaf(oracle, 'keys') as tf.Variable<tf.Rank.R3>;
    const [hiddenSize] = oracle.params!.v.shape;
    const attention = new AdditiveAttention(query.shape[1], keys.shape[2], hiddenSize, new Rng(0));
    const leaves: Record<string, Leaf> = {
      Wq: { variable: attention.query.weight, transposed: true },
      Wk: { variable: attention.key.weight, transposed: true },
      v: { variable: attention.score },
    };
    for (const [key, leaf] of Object.entries(leaves)) assignParam(oracle, key, leaf);
    const mask = oracle.inputs?.keyKeep && paddingMask(toTensor(oracle.inputs.keyKeep));
    const options = mask && { mask: mask.reshape<tf.Tensor2D>([keys.shape[0], keys.shape[1]]) };
    const all = { ...leaves, query: { variable: query }, keys: { variable: keys } };
    expectOracle(oracle, all, () => attention.attend(query, keys, options));
  },
});
