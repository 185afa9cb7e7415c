import * as tf from '@tensorflow/tfjs';
import { dispose, Gru, Lstm, normal, Rng, Rnn, recordGates } from 'lineage';
import { expectNoLeak } from '../../../leaks';

const sentence = (seed = 1) => normal<tf.Rank.R3>([2, 5, 3], 1, new Rng(seed));
const apart = (a: tf.Tensor, b: tf.Tensor) => a.sub(b).abs().max().dataSync()[0];
/** The tensor one step earlier, zeros before the first. */
const before = (h: tf.Tensor3D) =>
  tf.concat([tf.zeros<tf.Rank.R3>([2, 1, 4]), h.slice<tf.Tensor3D>([0, 0, 0], [2, 4, 4])], 1);

test('an LSTM’s gates make its memory and its output, and they are those of a run', () => {
  const lstm = new Lstm(3, 4, new Rng(0));
  tf.tidy(() => {
    const x = sentence();
    const { input, forget, candidate, output, memory, state } = recordGates(lstm, x);
    expect(apart(memory, forget.mul(before(memory)).add(input.mul(candidate)))).toBeLessThan(1e-6);
    expect(apart(state, output.mul(memory.tanh()))).toBeLessThan(1e-6);
    const run = lstm.run(x);
    expect(apart(state, run.output)).toBeLessThan(1e-6);
    expect(apart(memory.slice([0, 4, 0], [2, 1, 4]).reshape([1, 2, 4]), run.c)).toBeLessThan(1e-6);
    for (const gate of [input, forget, output]) {
      expect(gate.min().dataSync()[0]).toBeGreaterThan(0);
      expect(gate.max().dataSync()[0]).toBeLessThan(1);
    }
  });
  dispose(lstm);
});

test('a GRU’s gates make its state, and they are those of a run', () => {
  const gru = new Gru(3, 4, new Rng(0));
  tf.tidy(() => {
    const x = sentence();
    const { reset, update, candidate, state } = recordGates(gru, x);
    const mixed = candidate.mul(tf.scalar(1).sub(update)).add(update.mul(before(state)));
    expect(apart(state, mixed)).toBeLessThan(1e-6);
    expect(apart(state, gru.run(x).output)).toBeLessThan(1e-6);
    // n = tanh(W x + b + r ⊙ (U h + b′)), from the weights' third block
    const { inputWeight, inputBias, hiddenWeight, hiddenBias } = gru.layers[0].ahead;
    const third = (w: tf.Tensor2D) => w.slice<tf.Tensor2D>([8, 0], [4, -1]);
    const rows = (t: tf.Tensor3D, width: number) => t.reshape<tf.Tensor2D>([10, width]);
    const wx = rows(x, 3)
      .matMul(third(inputWeight as tf.Tensor2D), false, true)
      .add(inputBias.slice(8, 4));
    const uh = rows(before(state), 4)
      .matMul(third(hiddenWeight as tf.Tensor2D), false, true)
      .add(hiddenBias.slice(8, 4));
    expect(apart(rows(candidate, 4), wx.add(rows(reset, 4).mul(uh)).tanh())).toBeLessThan(1e-6);
  });
  dispose(gru);
});

test('refuses what has no gates, several layers, both directions, and an empty sentence', () => {
  const make = { layers: 2 };
  const [rnn, two] = [new Rnn(3, 4, new Rng(0)), new Lstm(3, 4, new Rng(0), make)];
  const [both, gru] = [new Gru(3, 4, new Rng(0), { bidirectional: true }), new Gru(3, 4, new Rng(0))];
  tf.tidy(() => {
    const x = sentence();
    expect(() => recordGates(rnn as unknown as Gru, x)).toThrow(
      'recordGates: expected an Lstm or a Gru, got a network without gates',
    );
    expect(() => recordGates(two, x)).toThrow('recordGates: expected one layer that reads ahead, got 2');
    expect(() => recordGates(both, x)).toThrow(
      'expected one layer that reads ahead, got 1 in both directions',
    );
    expect(() => recordGates(gru, tf.zeros([1, 0, 3]))).toThrow(
      'recordGates: expected [batch, time, 3] with at least one example, got [1, 0, 3]',
    );
    expect(() => recordGates(gru, tf.zeros([1, 5, 2]))).toThrow(
      'recordGates: expected [batch, time, 3], got [1, 5, 2]',
    );
    expect(() => recordGates(gru, tf.fill([1, 2, 3], Number.NaN))).toThrow('expected finite numbers');
  });
  dispose([rnn, two, both, gru]);
});

test('leaks nothing but what it returns', () => {
  expectNoLeak(() => {
    const [lstm, gru, x] = [new Lstm(3, 4, new Rng(0)), new Gru(3, 4, new Rng(0)), sentence()];
    tf.dispose([x, recordGates(lstm, x), recordGates(gru, x)] as never);
    dispose([lstm, gru]);
  });
});
