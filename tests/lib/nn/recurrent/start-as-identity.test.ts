import * as tf from '@tensorflow/tfjs';
import { dispose, Rng, Rnn, startAsIdentity } from 'lineage';
import { expectNoLeak } from '../../../leaks';

const network = () => new Rnn(2, 5, new Rng(0), { activation: 'relu', layers: 2 });

test('a state stays what it is as long as nothing comes in', () => {
  const rnn = network();
  startAsIdentity(rnn, new Rng(1));
  tf.tidy(() => {
    const initial = tf.randomUniform<tf.Rank.R3>([2, 3, 5], 0, 1, 'float32', 1);
    const quiet = new Rnn(2, 5, new Rng(0), { activation: 'relu' });
    startAsIdentity(quiet, new Rng(1));
    const first = initial.slice([0, 0, 0], [1, 3, 5]);
    const { h } = quiet.run(tf.zeros([3, 40, 2]), { initial: first });
    expect(h.sub(first).abs().max().dataSync()[0]).toBe(0);
    dispose(quiet);
  });
  dispose(rnn);
});

test('sets every layer: the identity, no biases, small input weights of their own', () => {
  const rnn = network();
  startAsIdentity(rnn, new Rng(1));
  const inputs = rnn.layers.map(({ ahead }) => {
    expect(ahead.hiddenWeight.arraySync()).toEqual(tf.tidy(() => tf.eye(5).arraySync()));
    expect(Math.max(...ahead.inputBias.dataSync(), ...ahead.hiddenBias.dataSync())).toBe(0);
    return ahead.inputWeight.dataSync();
  });
  for (const values of inputs) {
    expect(Math.max(...values.map(Math.abs))).toBeLessThan(0.005);
    expect(new Set(values).size).toBe(values.length);
  }
  expect(inputs[0][0]).not.toBe(inputs[1][0]);
  dispose(rnn);
});

test('leaks nothing', () => {
  const rnn = network();
  expectNoLeak(() => startAsIdentity(rnn, new Rng(1)));
  dispose(rnn);
});
