import * as fc from 'fast-check';
import { Rng, separable, truthTable } from 'lineage';
import { decisionLine, mistakeBound, Perceptron, rosenblatt, thresholdUnit } from 'lineage/models';

const { inputs: rows, targets: xor } = truthTable('xor');

test('threshold units by hand: AND, OR, NAND', () => {
  const table = (weights: number[], threshold: number) =>
    rows.map((x) => thresholdUnit(x, weights, threshold));
  expect(table([1, 1], 1.5)).toEqual([0, 0, 0, 1]);
  expect(table([1, 1], 0.5)).toEqual([0, 1, 1, 1]);
  expect(table([-1, -1], -1.5)).toEqual([1, 1, 1, 0]);
});

test('a sum equal to the threshold does not fire', () => {
  expect(thresholdUnit([1], [1], 1)).toBe(0);
});

test('after every run that converged, every row is right', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom('> 0' as const, '>= 0' as const), (seed, fires) => {
      const { inputs, targets } = separable({ size: 12, margin: 0.15 }, new Rng(seed)).examples;
      const perceptron = new Perceptron({ inputs: 2, fires });
      const run = rosenblatt(perceptron, inputs, targets, { epochs: 500 });
      expect(run.converged).toBe(true);
      expect(run.cycle).toBeUndefined();
      expect(inputs.map((x) => perceptron.predict(x))).toEqual(targets);
    }),
  );
});

test('the mistakes never exceed (R/γ)², in any order of the rows and at any learning rate', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.double({ min: 0.02, max: 0.4, noNaN: true }),
      fc.double({ min: 0.1, max: 9, noNaN: true }),
      (seed, margin, learningRate) => {
        const { examples, weights, bias } = separable({ size: 20, margin }, new Rng(seed));
        const { inputs, targets } = examples;
        const promised = mistakeBound(inputs, targets, weights, bias);
        expect(promised.margin).toBeGreaterThanOrEqual(margin - 1e-12);
        const perceptron = new Perceptron({ inputs: 2, learningRate });
        const { updates, converged } = rosenblatt(perceptron, inputs, targets, { epochs: 20_000 });
        expect(converged).toBe(true);
        expect(updates.length).toBeLessThanOrEqual(promised.bound);
      },
    ),
  );
});

test('XOR comes back to weights it had before, and from there repeats', () => {
  const run = rosenblatt(new Perceptron({ inputs: 2 }), rows, xor, { epochs: 30 });
  expect(run.converged).toBe(false);
  const { start, length } = run.cycle!;
  const after = (epoch: number) => run.updates.filter((update) => update.epoch === epoch);
  const repeated = (epoch: number) => after(epoch).map(({ row, weights, bias }) => ({ row, weights, bias }));
  for (let epoch = start; epoch + length < 30; epoch++)
    expect(repeated(epoch + length)).toEqual(repeated(epoch));
});

test('starting from zero, the learning rate changes the scale of the weights and no answer', () => {
  const weights = [1, 0.25].map((learningRate) => {
    const perceptron = new Perceptron({ inputs: 2, learningRate });
    rosenblatt(perceptron, rows, [0, 0, 0, 1], { epochs: 20 });
    return [...perceptron.weights, perceptron.bias].map((number) => number / learningRate);
  });
  expect(weights[1]).toEqual(weights[0]);
});

test('mistakeBound of two points worked by hand', () => {
  // (1, 0, 1) and (−1, 0, 1) with the line x1 = 0: R = √2, γ = 1
  expect(
    mistakeBound(
      [
        [1, 0],
        [-1, 0],
      ],
      [1, -1],
      [3, 0],
      0,
    ),
  ).toEqual({ radius: Math.SQRT2, margin: 1, bound: 2.0000000000000004 });
});

test('decisionLine runs from edge to edge, also when it is vertical', () => {
  expect(decisionLine([1, 1], -1, [0, 1])).toEqual(
    expect.arrayContaining([
      { x1: 0, x2: 1 },
      { x1: 1, x2: 0 },
    ]),
  );
  expect(decisionLine([2, 0], -1, [0, 1])).toEqual(
    expect.arrayContaining([
      { x1: 0.5, x2: 0 },
      { x1: 0.5, x2: 1 },
    ]),
  );
  expect(decisionLine([0, 0], 1, [0, 1])).toEqual([]);
  expect(decisionLine([1, 1], -9, [0, 1])).toEqual([]);
});

test('wrong input is refused by name', () => {
  expect(() => new Perceptron({ inputs: 0 })).toThrow(
    'Perceptron: expected a whole number of inputs of at least 1, got 0',
  );
  expect(() => new Perceptron({ inputs: 2, learningRate: 0 })).toThrow(
    'Perceptron: expected a learning rate above 0, got 0',
  );
  expect(() => new Perceptron({ inputs: 2, weights: [1] })).toThrow(
    'Perceptron: expected weights of 2 finite numbers, got [1]',
  );
  const perceptron = new Perceptron({ inputs: 2 });
  expect(() => perceptron.predict([1])).toThrow('Perceptron: expected inputs of 2 finite numbers, got [1]');
  expect(() => perceptron.predict([1, Number.NaN])).toThrow('got [1, NaN]');
  expect(() => perceptron.learn([1, 1], -1)).toThrow('Perceptron.learn: expected a target of 0 or 1, got -1');
  expect(() => rosenblatt(perceptron, rows, [1], { epochs: 1 })).toThrow(
    'rosenblatt: expected as many targets as rows',
  );
  expect(() => mistakeBound(rows, [0, 0, 0, 1], [1, 1], 0)).toThrow(
    'mistakeBound: expected weights that separate the rows',
  );
  expect(() => thresholdUnit([1], [1, 1], 0)).toThrow(
    'thresholdUnit: expected 2 signals, one per weight, got 1',
  );
  expect(() => decisionLine([1], 0, [0, 1])).toThrow('decisionLine: expected 2 weights, got 1');
});
