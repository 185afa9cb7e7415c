import type * as tf from '@tensorflow/tfjs';
import { Rng, TransformerBlock } from 'lineage';
import { blockLeaves } from './block-leaves';
import { constant, testOracle } from './oracle';
import { assignParam, expectOracle, inputLeaf } from './oracle-gradients';

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
});
