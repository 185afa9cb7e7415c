import * as tf from '@tensorflow/tfjs';
import { dispose, Rng, Rnn, startAsIdentity } from 'lineage';
import { expectNoLeak } from '../../../leaks';

const network = (options: object = {}) => new Rnn(2, 5, new Rng(0), { activation: 'relu', ...options });

test('a state stays what it is as long as nothing comes in', () => {
  const rnn = network();
  startAsIdentity(rnn);
  tf.tidy(() => {
    const initial = tf.randomUniform<tf.Rank.R3>([1, 3, 5], 0, 1, 'float32', 1);
    const { h } = rnn.run(tf.zeros([3, 40, 2]), { initial });
    expect(h.sub(initial).abs().max().dataSync()[0]).toBe(0);
  });
  dispose(rnn);
});

test('sets every layer, both ways, and leaves the input weights alone', () => {
  const options = { layers: 2, bidirectional: true };
  const [rnn, untouched] = [network(options), network(options)];
  startAsIdentity(rnn);
  const identity = tf.tidy(() => tf.eye(5).arraySync());
  for (const [index, { ahead, backwards }] of rnn.layers.entries())
    for (const [weights, before] of [
      [ahead, untouched.layers[index].ahead],
      [backwards!, untouched.layers[index].backwards!],
    ]) {
      expect(weights.hiddenWeight.arraySync()).toEqual(identity);
      for (const bias of [weights.inputBias, weights.hiddenBias])
        expect([...bias.dataSync()]).toEqual([0, 0, 0, 0, 0]);
      expect(weights.inputWeight.arraySync()).toEqual(before.inputWeight.arraySync());
    }
  dispose([rnn, untouched]);
});

test('leaks nothing', () => {
  const rnn = network();
  expectNoLeak(() => startAsIdentity(rnn));
  dispose(rnn);
});
