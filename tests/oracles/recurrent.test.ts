import type * as tf from '@tensorflow/tfjs';
import { Gru, Lstm, type RecurrentLayer, Rng, Rnn } from 'lineage';
import { constant, type OracleCase, testOracle, toTensor } from './oracle';
import { assignParam, expectOracle, inputLeaf, type Leaf } from './oracle-gradients';

const rng = new Rng(0);

/** Our variables by PyTorch's names, such as `weight_ih_l0_reverse`. */
function leavesOf(layers: readonly RecurrentLayer[]): Record<string, Leaf> {
  return Object.fromEntries(
    layers.flatMap(({ ahead, backwards }, layer) =>
      [ahead, ...(backwards ? [backwards] : [])].flatMap<[string, Leaf]>((weights) => {
        const suffix = `l${layer}${weights === backwards ? '_reverse' : ''}`;
        return [
          [`weight_ih_${suffix}`, { variable: weights.inputWeight }],
          [`weight_hh_${suffix}`, { variable: weights.hiddenWeight }],
          [`bias_ih_${suffix}`, { variable: weights.inputBias }],
          [`bias_hh_${suffix}`, { variable: weights.hiddenBias }],
        ];
      }),
    ),
  );
}

/** The case's sizes, as our constructors take them. */
function sizes(oracle: OracleCase) {
  expect(constant(oracle, 'batchFirst', 'boolean')).toBe(true);
  return {
    inSize: constant<number>(oracle, 'inputSize', 'number'),
    hiddenSize: constant<number>(oracle, 'hiddenSize', 'number'),
    options: {
      layers: constant<number>(oracle, 'numLayers', 'number'),
      bidirectional: constant<boolean>(oracle, 'bidirectional', 'boolean'),
    },
  };
}

/** Compares a network with the case; `states` are the names of those it begins with, if the case gives any. */
function compare<S extends string>(
  oracle: OracleCase,
  layers: readonly RecurrentLayer[],
  states: readonly S[],
  run: (
    x: tf.Tensor3D,
    lengths: tf.Tensor1D | undefined,
    initial: Record<S, tf.Tensor3D> | undefined,
  ) => Record<string, tf.Tensor>,
): void {
  const leaves = leavesOf(layers);
  for (const [key, leaf] of Object.entries(leaves)) assignParam(oracle, key, leaf);
  leaves.x = { variable: inputLeaf(oracle, 'x') };
  const given = states.every((state) => oracle.inputs?.[state]);
  if (given) for (const state of states) leaves[state] = { variable: inputLeaf(oracle, state) };
  const lengths = oracle.inputs?.lengths && (toTensor(oracle.inputs.lengths) as tf.Tensor1D);
  const initial = given
    ? (Object.fromEntries(
        states.map((state) => [state, leaves[state].variable as tf.Tensor as tf.Tensor3D]),
      ) as Record<S, tf.Tensor3D>)
    : undefined;
  const x = leaves.x.variable as tf.Tensor as tf.Tensor3D;
  expectOracle(oracle, leaves, () => run(x, lengths, initial));
}

testOracle('recurrent', {
  rnn: (oracle) => {
    const { inSize, hiddenSize, options } = sizes(oracle);
    const activation = constant<'tanh' | 'relu'>(oracle, 'activation', 'string');
    const rnn = new Rnn(inSize, hiddenSize, rng, { ...options, activation });
    compare(oracle, rnn.layers, ['h0'], (x, lengths, initial) => {
      const { output, h } = rnn.run(x, { lengths, initial: initial?.h0 });
      return { output, hn: h };
    });
  },
  lstm: (oracle) => {
    const { inSize, hiddenSize, options } = sizes(oracle);
    const lstm = new Lstm(inSize, hiddenSize, rng, options);
    compare(oracle, lstm.layers, ['h0', 'c0'], (x, lengths, initial) => {
      const states = initial && { h: initial.h0, c: initial.c0 };
      const { output, h, c } = lstm.run(x, { lengths, initial: states });
      return { output, hn: h, cn: c };
    });
  },
  gru: (oracle) => {
    const { inSize, hiddenSize, options } = sizes(oracle);
    const gru = new Gru(inSize, hiddenSize, rng, options);
    compare(oracle, gru.layers, ['h0'], (x, lengths, initial) => {
      const { output, h } = gru.run(x, { lengths, initial: initial?.h0 });
      return { output, hn: h };
    });
  },
});
