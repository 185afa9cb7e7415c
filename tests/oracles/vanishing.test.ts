import * as tf from '@tensorflow/tfjs';
import { gradientThroughTime, Rng, Rnn, spectralRadius } from 'lineage';
import { constant, expectClose, type OracleCase, type OracleTensor, testOracle, toTensor } from './oracle';

/** The case's matrices in a network of ours, without biases. */
function networkOf({ params }: OracleCase, activation: 'tanh' | 'relu' | 'identity'): Rnn {
  const [hiddenSize, inSize] = params!.U.shape;
  const rnn = new Rnn(inSize, hiddenSize, new Rng(0), { activation });
  const [{ ahead }] = rnn.layers;
  ahead.hiddenWeight.assign(toTensor(params!.W) as tf.Tensor2D);
  ahead.inputWeight.assign(toTensor(params!.U) as tf.Tensor2D);
  for (const bias of [ahead.inputBias, ahead.hiddenBias]) bias.assign(tf.zerosLike(bias));
  return rnn;
}

testOracle('vanishing', {
  vanishing: (oracle) => {
    const rnn = networkOf(oracle, constant(oracle, 'activation', 'string'));
    const x = toTensor(oracle.inputs!.x) as tf.Tensor3D;
    const target = toTensor(oracle.inputs!.target);
    expect(constant(oracle, 'h0', 'string')).toBe('zeros');
    expect(x.shape[1]).toBe(constant(oracle, 'steps', 'number'));
    const radius = spectralRadius(toTensor(oracle.params!.W) as tf.Tensor2D);
    expectClose('spectral radius', radius, constant<number>(oracle, 'spectralRadius', 'number'));

    const loss = (last: tf.Tensor) => last.sub(target).square().sum<tf.Scalar>().mul<tf.Scalar>(0.5);
    const { h } = rnn.run(x);
    expectClose('hLast', h.squeeze([0]), oracle.outputs!.hLast);
    expectClose('loss', loss(h), oracle.outputs!.loss);

    // No absolute tolerance: these numbers are small, and it is their size that counts.
    const tight = { rtol: 1e-4, atol: 0 };
    const norms = gradientThroughTime(rnn, x, loss);
    expectClose('gradNorms', norms, oracle.gradNorms as OracleTensor, tight);
    const states = tf.zeros<tf.Rank.R3>([1, x.shape[0], rnn.hiddenSize]);
    const start = tf.grad((h0) => loss(rnn.run(x, { initial: h0 as tf.Tensor3D }).h))(states);
    expectClose('gradH0', start.squeeze([0]), oracle.gradH0 as OracleTensor);
  },
});
