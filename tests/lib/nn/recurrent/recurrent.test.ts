import * as tf from '@tensorflow/tfjs';
import { dispose, Gru, Lstm, normal, parameters, type RecurrentOptions, Rng, Rnn } from 'lineage';
import { expectNoLeak } from '../../../leaks';
import { expectGradient } from '../finite-differences';

const draw = (seed: number, ...shape: [number, number, number]) =>
  normal<tf.Rank.R3>(shape, 1, new Rng(seed));

/** The distance between two tensors, at the place where they differ most. */
const apart = (a: tf.Tensor, b: tf.Tensor) => a.sub(b).abs().max().dataSync()[0];

const kinds = {
  Rnn: (options?: RecurrentOptions) => new Rnn(3, 4, new Rng(0), options),
  Lstm: (options?: RecurrentOptions) => new Lstm(3, 4, new Rng(0), options),
  Gru: (options?: RecurrentOptions) => new Gru(3, 4, new Rng(0), options),
};
const two = { layers: 2, bidirectional: true };

describe.each(Object.entries(kinds))('%s', (name, make) => {
  test('is not changed by padding, and gives 0 there', () => {
    const network = make(two);
    tf.tidy(() => {
      const lengths = tf.tensor1d([3, 5], 'int32');
      const x = draw(1, 2, 5, 3);
      const long = tf.concat([x, draw(2, 2, 2, 3)], 1);
      const junk = draw(3, 1, 2, 3).mul<tf.Tensor3D>(100);
      const other = tf.concat([tf.concat([x.slice([0, 0, 0], [1, 3, 3]), junk], 1), x.slice([1], [1])], 0);
      const run = network.run(x, { lengths });
      expect(apart(network.run(other, { lengths }).output, run.output)).toBe(0);
      const longer = network.run(long, { lengths });
      expect(apart(longer.h, run.h)).toBeLessThan(1e-6);
      expect(apart(longer.output.slice([0, 0], [2, 5]), run.output)).toBeLessThan(1e-6);
      expect(longer.output.slice([0, 3], [1, 4]).abs().max().dataSync()[0]).toBe(0);
      const alone = network.run(x.slice([0, 0, 0], [1, 3, 3]));
      expect(apart(alone.output, run.output.slice([0, 0], [1, 3]))).toBeLessThan(1e-6);
    });
    dispose(network);
  });

  test('treats every row by itself, whatever its place in the batch', () => {
    const network = make(two);
    tf.tidy(() => {
      const x = draw(4, 3, 4, 3);
      const turned = network.forward(x.reverse(0)).reverse(0);
      expect(apart(turned, network.forward(x))).toBeLessThan(1e-6);
    });
    dispose(network);
  });

  test('goes on from the states that a run before has left', () => {
    const network = make({ layers: 2 });
    tf.tidy(() => {
      const x = draw(5, 2, 6, 3);
      const whole = network.run(x);
      const { output: _, ...left } = network.run(x.slice([0, 0], [2, 2]));
      const rest = x.slice<tf.Tensor3D>([0, 2], [2, 4]);
      const second =
        network instanceof Lstm
          ? network.run(rest, { initial: left as { h: tf.Tensor3D; c: tf.Tensor3D } })
          : network.run(rest, { initial: left.h });
      expect(apart(second.output, whole.output.slice([0, 2], [2, 4]))).toBeLessThan(1e-6);
      expect(apart(second.h, whole.h)).toBeLessThan(1e-6);
    });
    dispose(network);
  });

  test('ahead sees only the past, backwards the future too', () => {
    const [ahead, both] = [make(), make({ bidirectional: true })];
    tf.tidy(() => {
      const x = draw(6, 1, 4, 3);
      const changed = tf.concat([x.slice([0, 0, 0], [1, 3, 3]), draw(7, 1, 1, 3)], 1);
      const first = (y: tf.Tensor3D) => y.slice([0, 0], [1, 3]);
      expect(apart(first(ahead.forward(x)), first(ahead.forward(changed)))).toBe(0);
      expect(apart(first(both.forward(x)), first(both.forward(changed)))).toBeGreaterThan(1e-3);
    });
    dispose([ahead, both]);
  });

  test('is differentiable, with lengths and both directions', () => {
    const network = make({ bidirectional: true });
    const values = [...draw(8, 2, 3, 3).dataSync()];
    expectGradient(
      (x) => {
        const lengths = tf.tensor1d([3, 2], 'int32');
        const { output, h } = network.run(x as tf.Tensor3D, { lengths });
        return output.square().sum().add(h.sum());
      },
      values,
      [2, 3, 3],
    );
    dispose(network);
  });

  test('shows its weights layer by layer', () => {
    const network = make(two);
    expect(Object.keys(parameters(network)).slice(0, 5)).toEqual([
      'layers.0.ahead.inputWeight',
      'layers.0.ahead.hiddenWeight',
      'layers.0.ahead.inputBias',
      'layers.0.ahead.hiddenBias',
      'layers.0.backwards.inputWeight',
    ]);
    expect(network.layers[1].ahead.inputWeight.shape[1]).toBe(8);
    dispose(network);
  });

  test('drops numbers between layers only while training', () => {
    const network = make({ layers: 2, dropout: 0.5 });
    tf.tidy(() => {
      const x = draw(9, 2, 4, 3);
      const plain = network.forward(x);
      expect(apart(network.forward(x), plain)).toBe(0);
      expect(apart(network.forward(x, new Rng(1)), plain)).toBeGreaterThan(1e-3);
    });
    dispose(network);
  });

  test('refuses what it cannot read, and says who and what', () => {
    const network = make();
    const who = `${name}(3 → 4)`;
    tf.tidy(() => {
      const x = draw(10, 2, 5, 3);
      const lengths =
        (...values: number[]) =>
        () =>
          network.run(x, { lengths: tf.tensor1d(values, 'int32') });
      expect(() => network.forward(tf.zeros([2, 0, 3]))).toThrow(
        `${who}: expected [batch, time, 3] with at least one example, got [2, 0, 3]`,
      );
      expect(() => network.forward(tf.zeros([2, 5, 9]))).toThrow(
        `${who}: expected [batch, time, 3], got [2, 5, 9]`,
      );
      expect(lengths(5, 0)).toThrow(
        `${who}: expected lengths of 1–5 steps, got 0 for row 1. Leave out empty rows.`,
      );
      expect(lengths(6, 1)).toThrow(`${who}: expected lengths of 1–5 steps, got 6 for row 0`);
      expect(lengths(1, 2, 3)).toThrow(`${who}, lengths: expected [2], got [3]`);
      const state = tf.zeros<tf.Rank.R3>([1, 3, 4]);
      const run = () =>
        network instanceof Lstm
          ? network.run(x, { initial: { h: state, c: state } })
          : network.run(x, { initial: state });
      expect(run).toThrow(`${who}, initial state: expected [1, 2, 4], got [1, 3, 4]`);
    });
    dispose(network);
    expect(() => make({ layers: 0 })).toThrow(`${name}: expected a whole number of layers of at least 1`);
  });

  test('leaks nothing: built, used, differentiated and freed', () => {
    expectNoLeak(() => {
      const network = make(two);
      const x = draw(11, 2, 4, 3);
      const lengths = tf.tensor1d([2, 4], 'int32');
      network.forward(x).dispose();
      tf.dispose(network.run(x, { lengths }));
      const { value, grads } = tf.variableGrads(() => network.run(x, { lengths }).output.square().sum());
      tf.dispose([x, lengths, value, grads]);
      dispose(network);
    });
  });
});
