import * as tf from '@tensorflow/tfjs';
import { Rng, Word2Vec } from 'lineage';

type Tables = { readonly u: Float64Array[]; readonly w: Float64Array[] };
/** The loss of one pair, or of one context (CBOW), by the formula, in float64. */
type Example = { readonly inputs: readonly number[]; readonly targets: readonly number[] };

function pairLoss({ u, w }: Tables, { inputs, targets }: Example): number {
  const h = u[0].map((_, index) => inputs.reduce((sum, word) => sum + u[word][index], 0) / inputs.length);
  return targets.reduce((loss, target, k) => {
    const score = h.reduce((sum, value, index) => sum + value * w[target][index], 0);
    return loss + Math.log1p(Math.exp(k === 0 ? -score : score));
  }, 0);
}

const rows = (values: Float32Array, size: number) =>
  Array.from({ length: values.length / size }, (_, row) =>
    Float64Array.from(values.subarray(row * size, (row + 1) * size)),
  );
const tablesOf = (model: Word2Vec): Tables => ({
  u: rows(model.input.values(), model.vectorSize),
  w: rows(model.output.values(), model.vectorSize),
});

function randomModel(vocabularySize: number, vectorSize: number, seed: number): Word2Vec {
  const rng = new Rng(seed);
  const model = new Word2Vec({ vocabularySize, vectorSize }, rng);
  for (const table of [model.input, model.output])
    table.assign(Float32Array.from({ length: vocabularySize * vectorSize }, () => rng.normal(0, 0.7)));
  return model;
}

/** Compares what a step at a rate of 1 took away with the slopes of the examples' summed loss. */
function expectGradient(model: Word2Vec, examples: readonly Example[], step: () => number): void {
  const before = tablesOf(model);
  const total = (tables: Tables) => examples.reduce((sum, example) => sum + pairLoss(tables, example), 0);
  const loss = step();
  expect(loss).toBeCloseTo(total(before) / examples.length, 4);
  const after = tablesOf(model);
  const distance = 1e-5;
  for (const table of ['u', 'w'] as const)
    before[table].forEach((row, word) => {
      row.forEach((value, index) => {
        const at = (moved: number) => {
          row[index] = moved;
          const result = total(before);
          row[index] = value;
          return result;
        };
        const slope = (at(value + distance) - at(value - distance)) / (2 * distance);
        expect(value - after[table][word][index]).toBeCloseTo(slope, 5);
      });
    });
}

test.each([1, 4, 5, 18])(
  'one pair: the step is the gradient, by finite differences (vectors of %d)',
  (size) => {
    const model = randomModel(7, size, size);
    const example = { inputs: [2], targets: [3, 0, 6, 6] }; // a noise word drawn twice counts twice
    expectGradient(model, [example], () => model.skipGram(Int32Array.of(2), Int32Array.of(3, 0, 6, 6), 1));
  },
);

test('several pairs: their gradients add up, also for words that they share', () => {
  const model = randomModel(6, 6, 3);
  const examples = [
    { inputs: [2], targets: [3, 0] },
    { inputs: [2], targets: [0, 3] },
    { inputs: [0], targets: [3, 3] },
  ];
  const centres = Int32Array.from(examples, ({ inputs }) => inputs[0]);
  const targets = Int32Array.from(examples.flatMap((example) => example.targets));
  expectGradient(model, examples, () => model.skipGram(centres, targets, 1));
});

test('CBOW: the step is the gradient of the average, also where a word is there twice', () => {
  const model = randomModel(6, 5, 4);
  const [context, targets] = [
    [1, 2, 2, 5],
    [3, 0, 4],
  ];
  expectGradient(model, [{ inputs: context, targets }], () =>
    model.cbow(Int32Array.from(context), Int32Array.from(targets), 1),
  );
});

test('CBOW of one word is skip-gram', () => {
  const [cbow, skipGram] = [randomModel(6, 5, 4), randomModel(6, 5, 4)];
  const targets = Int32Array.of(3, 0, 4);
  expect(cbow.cbow(Int32Array.of(1), targets, 0.5)).toBe(skipGram.skipGram(Int32Array.of(1), targets, 0.5));
  expect(cbow.input.values()).toEqual(skipGram.input.values());
  expect(cbow.output.values()).toEqual(skipGram.output.values());
});

test('before training every answer is as likely as not, and one pair teaches it', () => {
  const model = new Word2Vec({ vocabularySize: 20, vectorSize: 10 }, new Rng(1));
  const learn = () => model.skipGram(Int32Array.of(1), Int32Array.of(2, 3, 4), 0.5);
  const losses = Array.from({ length: 30 }, learn);
  expect(losses[0]).toBeCloseTo(3 * Math.log(2), 6);
  expect(losses[29]).toBeLessThan(0.3);
});

test('many equal pairs in one step overshoot where one after the other learns', () => {
  const pairs = 500;
  const centres = new Int32Array(pairs).fill(1);
  const targets = Int32Array.from({ length: 2 * pairs }, (_, index) => 2 + (index % 2));
  const [together, apart] = [randomModel(4, 8, 5), randomModel(4, 8, 5)];
  const first = together.skipGram(centres, targets, 0.1);
  expect(together.skipGram(centres, targets, 0)).toBeGreaterThan(first);
  for (let pair = 0; pair < pairs; pair++) apart.skipGram(Int32Array.of(1), Int32Array.of(2, 3), 0.1);
  expect(apart.skipGram(centres, targets, 0)).toBeLessThan(0.1);
});

test('larger steps and other numbers of noise words leave the vectors alone', () => {
  const model = randomModel(300, 30, 6);
  const before = model.input.values();
  for (const [pairs, each] of [
    [1, 3],
    [2000, 3],
    [10, 21],
    [2, 21],
  ])
    model.skipGram(new Int32Array(pairs).fill(7), new Int32Array(pairs * each).fill(9), 0);
  expect(model.input.values()).toEqual(before);
});

test('the seed decides the vectors at the start; a vector is a copy, the tensor has one row per word', () => {
  const start = (seed: number) => new Word2Vec({ vocabularySize: 5, vectorSize: 3 }, new Rng(seed));
  expect(start(1).input.values()).toEqual(start(1).input.values());
  expect(start(1).input.values()).not.toEqual(start(2).input.values());
  const model = start(1);
  expect(Math.max(...model.input.values().map(Math.abs))).toBeLessThanOrEqual(1 / 6);
  expect([...model.output.values()]).toEqual(Array.from({ length: 15 }, () => 0));
  const vector = model.input.vector(4);
  vector.fill(9);
  expect(model.input.vector(4)).not.toEqual(vector);

  const before = tf.memory().numTensors;
  const tensor = model.input.toTensor();
  expect(tf.memory().numTensors).toBe(before + 1);
  expect(tensor.shape).toEqual([5, 3]);
  expect(tensor.slice([4, 0], [1, 3]).dataSync()).toEqual(model.input.vector(4));
  tf.dispose(tensor);
});

test('nonsense is refused by name', () => {
  const make = (vocabularySize: number, vectorSize: number) =>
    new Word2Vec({ vocabularySize, vectorSize }, new Rng(0));
  expect(() => make(1, 3)).toThrow('Word2Vec: expected a whole number of words of at least 2, got 1');
  expect(() => make(5, 0)).toThrow(
    'Word2Vec: expected a whole number of numbers per vector of at least 1, got 0',
  );
  expect(() => make(2 ** 22, 300)).toThrow('Word2Vec: expected tables of at most 2 GiB, got 4194304 words');
  const model = make(5, 3);
  const learn = (centres: number[], targets: number[]) =>
    model.skipGram(Int32Array.from(centres), Int32Array.from(targets), 0.1);
  expect(() => learn([], [])).toThrow('Word2Vec: expected at least one word, got none');
  expect(() => learn([5], [0, 1])).toThrow('Word2Vec: word 5 is outside the vocabulary of 5 (0–4)');
  expect(() => learn([0], [1, -1])).toThrow('word -1 is outside the vocabulary');
  expect(() => learn([0], [])).toThrow('a target and 0 … 256 noise words, got 0 targets');
  expect(() => learn([0, 1], [1, 2, 3])).toThrow('for each of 2 pairs a target');
  expect(() => model.cbow(new Int32Array(), Int32Array.of(0, 1), 0.1)).toThrow('at least one word, got none');
  expect(() => model.input.vector(5)).toThrow('VectorTable: expected a word of 0 … 4, got 5');
  expect(() => model.input.assign([1, 2])).toThrow('VectorTable: expected 5 × 3 numbers, got 2');
});
