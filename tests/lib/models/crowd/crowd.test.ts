import * as tf from '@tensorflow/tfjs';
import * as fc from 'fast-check';
import { dispose, Linear, Rng } from 'lineage';
import { type CrowdConfig, crowdErrors, crowdOutputs, crowdSize } from 'lineage/models';
import { expectNoLeak } from '../../../leaks';

const x = () =>
  tf.tensor2d([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);
const sigmoid: CrowdConfig = { layers: [2, 2, 1], activation: 'sigmoid' };

test('the size is that of all weights and biases', () => {
  expect(crowdSize([2, 2, 1])).toBe(9);
  expect(crowdSize([784, 128, 10])).toBe(101_770);
  expect(() => crowdSize([3])).toThrow('crowdSize: expected at least an input and an output size, got [3]');
  expect(() => crowdSize([3, 0])).toThrow(
    'crowdSize: expected a whole number of units per layer of at least 1, got 0',
  );
});

test('threshold units wired by hand say XOR', () => {
  tf.tidy(() => {
    // h₁: x₁ but not x₂; h₂: x₂ but not x₁; y: either
    const row = tf.tensor2d([[1, -1, -1, 1, 0, 0, 1, 1, 0]]);
    const said = crowdOutputs(row, x(), { ...sigmoid, activation: 'threshold' });
    expect(said.shape).toEqual([1, 4, 1]);
    expect(Array.from(said.dataSync())).toEqual([0, 1, 1, 0]);
    expect(crowdErrors(said, tf.tensor2d([[0], [1], [1], [1]])).dataSync()[0]).toBe(0.25);
  });
});

test('every network answers as its own layers would, in value and gradient, whatever stands beside it', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 4 }), (seed, hidden) => {
      tf.tidy(() => {
        const layers = [2, hidden, 1];
        const rng = new Rng(seed);
        const size = crowdSize(layers);
        const rows = tf.tensor2d(
          Array.from({ length: 3 }, () => Array.from({ length: size }, () => rng.normal(0, 2))),
        );
        const config = { layers, activation: 'sigmoid' } as const;
        const loss = (all: tf.Tensor) => crowdErrors(crowdOutputs(all, x(), config), tf.ones([4, 1])).sum();
        const gradient = tf.grad((all: tf.Tensor) => loss(all))(rows);
        const one = rows.slice([1, 0], [1, size]);
        // the same network out of the library's layers
        const [first, second] = [new Linear(2, hidden, rng), new Linear(hidden, 1, rng)];
        const flat = one.reshape([size]);
        const cuts = [2 * hidden, hidden, hidden, 1];
        const parts = tf.split(flat, cuts);
        [first.weight, first.bias!, second.weight, second.bias!].forEach((variable, index) => {
          variable.assign(parts[index].reshape(variable.shape));
        });
        const y = second.forward(first.forward(x()).sigmoid()).sigmoid();
        const all = crowdOutputs(rows, x(), config).slice([1, 0, 0], [1, 4, 1]);
        expect(all.sub(y).abs().max().dataSync()[0]).toBeLessThan(1e-6);
        const alone = tf.grad((row: tf.Tensor) => loss(row))(one);
        expect(
          alone
            .sub(gradient.slice([1, 0], [1, size]))
            .abs()
            .max()
            .dataSync()[0],
        ).toBeLessThan(1e-6);
        for (const layer of [first, second]) dispose(layer);
      });
    }),
    { numRuns: 20 },
  );
});

test('a gradient agrees with nudging the numbers', () => {
  tf.tidy(() => {
    const rng = new Rng(4);
    const row = Array.from({ length: 9 }, () => rng.normal());
    const y = tf.tensor2d([[0], [1], [1], [0]]);
    const loss = (numbers: tf.Tensor) => crowdErrors(crowdOutputs(numbers, x(), sigmoid), y).sum();
    const gradient = tf
      .grad((numbers: tf.Tensor) => loss(numbers))(tf.tensor2d([row]))
      .dataSync();
    row.forEach((number, index) => {
      const at = (change: number) =>
        loss(
          tf.tensor2d([row.map((value, place) => (place === index ? number + change : value))]),
        ).dataSync()[0];
      expect((at(0.01) - at(-0.01)) / 0.02).toBeCloseTo(gradient[index], 4);
    });
  });
});

test('leaks nothing, and names what it expected and got', () => {
  const [rows, inputs, y] = [tf.ones([5, 9]), x(), tf.ones([4, 1])];
  expectNoLeak(() => {
    const outputs = crowdOutputs(rows, inputs, sigmoid);
    tf.dispose([outputs, crowdErrors(outputs, y)]);
  });
  const refused = (work: () => tf.Tensor) => expect(() => tf.tidy(work));
  refused(() => crowdOutputs(tf.ones([5, 8]), inputs, sigmoid)).toThrow(
    'crowdOutputs(2-2-1): expected rows [networks, 9], got [5, 8]',
  );
  refused(() => crowdOutputs(tf.ones([0, 9]), inputs, sigmoid)).toThrow(
    'expected rows [networks, 9], got [0, 9]',
  );
  refused(() => crowdOutputs(rows, tf.ones([4, 3]), sigmoid)).toThrow(
    'crowdOutputs(2-2-1): expected [batch, 2], got [4, 3]',
  );
  refused(() => crowdErrors(tf.ones([5, 4, 1]), tf.ones([4]))).toThrow(
    'crowdErrors: expected outputs [networks, batch, out] and targets [batch, out], got [5, 4, 1] and [4]',
  );
  tf.dispose([rows, inputs, y]);
});
