import * as tf from '@tensorflow/tfjs';
import { dispose, Gru, gradientThroughTime, normal, Rng, Rnn } from 'lineage';
import { expectNoLeak } from '../../leaks';

// Values: tests/oracles/vanishing.test.ts
const half = (last: tf.Tensor) => last.square().sum<tf.Scalar>().mul<tf.Scalar>(0.5);
const input = (time: number) => normal<tf.Rank.R3>([2, time, 3], 1, new Rng(9));

test.each([0.9, 1.1])(
  'without bending, times %d and turned, it changes by that factor per step',
  (factor) => {
    const rnn = new Rnn(3, 4, new Rng(0), { activation: 'identity' });
    tf.tidy(() => {
      rnn.layers[0].ahead.hiddenWeight.assign(tf.eye(4).reverse(0).mul(factor));
      const norms = gradientThroughTime(rnn, input(50), half);
      expect(norms).toHaveLength(50);
      for (let t = 1; t < 50; t++) expect(norms[t - 1] / norms[t]).toBeCloseTo(factor, 4);
    });
    dispose(rnn);
  },
);

test('the last is the gradient of the loss itself, also through two layers and with gates', () => {
  for (const network of [new Rnn(3, 4, new Rng(1), { layers: 2 }), new Gru(3, 4, new Rng(1))])
    tf.tidy(() => {
      const x = input(6);
      const norms = gradientThroughTime(network, x, half);
      const { h } = network.run(x);
      expect(norms[5]).toBeCloseTo(h.norm().dataSync()[0], 5);
      dispose(network);
    });
});

test('one step alone is enough', () => {
  const rnn = new Rnn(3, 4, new Rng(0));
  tf.tidy(() => expect(gradientThroughTime(rnn, input(1), half)).toHaveLength(1));
  dispose(rnn);
});

test('refuses no steps, other inputs, and a network that reads both ways', () => {
  const rnn = new Rnn(3, 4, new Rng(0));
  const both = new Rnn(3, 4, new Rng(0), { bidirectional: true });
  tf.tidy(() => {
    const none = tf.zeros<tf.Rank.R3>([2, 0, 3]);
    expect(() => gradientThroughTime(rnn, none, half)).toThrow(
      'gradientThroughTime: expected [batch, time, 3] with at least one example, got [2, 0, 3]',
    );
    expect(() => gradientThroughTime(rnn, tf.zeros([2, 4, 5]), half)).toThrow('got [2, 4, 5]');
    expect(() => gradientThroughTime(both, input(2), half)).toThrow('got a bidirectional one');
  });
  dispose([rnn, both]);
});

test('leaks nothing', () => {
  const rnn = new Rnn(3, 4, new Rng(0));
  const x = input(5);
  expectNoLeak(() => {
    gradientThroughTime(rnn, x, half);
  });
  x.dispose();
  dispose(rnn);
});
