import type * as tf from '@tensorflow/tfjs';
import {
  AdditiveAttention,
  CrossAttention,
  causalMask,
  LuongAttention,
  paddingMask,
  Rng,
  SelfAttention,
  scaledDotProductAttention,
  sinusoidalPositions,
} from 'lineage';
import { attentionLeaves } from './block-leaves';
import { constant, expectClose, type OracleCase, testOracle, toTensor } from './oracle';
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
    const bias = constant<boolean>(oracle, 'bias', 'boolean');
    const causal = constant<boolean>(oracle, 'causal', 'boolean');
    const mask = oracle.inputs?.keyKeep && paddingMask(toTensor(oracle.inputs.keyKeep));
    const isCross = oracle.inputs?.query !== undefined;
    const attention = isCross
      ? new CrossAttention(channels, heads, new Rng(0), { bias })
      : new SelfAttention(channels, heads, new Rng(0), { bias, causal });
    const leaves = attentionLeaves('', attention);
    for (const [key, leaf] of Object.entries(leaves)) assignParam(oracle, key, leaf);
    if (attention instanceof CrossAttention) {
      const [query, key, value] = ['query', 'key', 'value'].map(
        (name) => inputLeaf(oracle, name) as tf.Variable<tf.Rank.R3>,
      );
      expect(causal).toBe(false);
      // Keys and values are made from one memory: the sum of both gradients is its own, so each is taken apart here.
      const all = {
        ...leaves,
        query: { variable: query },
        key: { variable: key },
        value: { variable: value },
      };
      expectOracle(oracle, all, () => {
        const { keys } = attention.project(key);
        const { values } = attention.project(value);
        const { output, weights } = attention.attend(query, { keys, values }, { mask });
        return { y: output, weights };
      });
      return;
    }
    const x = inputLeaf(oracle, 'x') as tf.Variable<tf.Rank.R3>;
    expectOracle(oracle, { ...leaves, x: { variable: x } }, () => {
      const { output, weights } = attention.attend(x, { mask });
      return { y: output, weights };
    });
  },
  'luong-attention': (oracle) => {
    const query = inputLeaf(oracle, 'query') as tf.Variable<tf.Rank.R2>;
    const keys = inputLeaf(oracle, 'keys') as tf.Variable<tf.Rank.R3>;
    const score = oracle.params?.W ? 'general' : 'dot';
    const attention = new LuongAttention(query.shape[1], keys.shape[2], new Rng(0), { score });
    const leaves: Record<string, Leaf> = attention.key
      ? { W: { variable: attention.key.weight, transposed: true } }
      : {};
    for (const [key, leaf] of Object.entries(leaves)) assignParam(oracle, key, leaf);
    const all = { ...leaves, query: { variable: query }, keys: { variable: keys } };
    expectOracle(oracle, all, () => attention.attend(query, keys));
  },
  sinusoidal: (oracle) => {
    const [length, dim] = ['length', 'dim'].map((key) => constant<number>(oracle, key, 'number'));
    expect(constant(oracle, 'base', 'number')).toBe(10_000);
    expect(constant(oracle, 'layout', 'string')).toMatch(/^interleaved/);
    expectClose('y', sinusoidalPositions(length, dim), oracle.outputs!.y);
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
