import { huffmanCodes, Rng, trainWord2Vec, Word2Vec, WordVectors } from 'lineage';
import { analogyAccuracy, madeSentences, vocabularySize } from './made-analogies';

test('the probabilities of all words add up to 1', () => {
  const rng = new Rng(1);
  const [words, size] = [9, 5];
  const model = new Word2Vec({ vocabularySize: words, vectorSize: size }, rng);
  for (const table of [model.input, model.output])
    table.assign(Float32Array.from({ length: words * size }, () => rng.normal()));
  const codes = huffmanCodes([5, 1, 1, 8, 2, 2, 13, 3, 4]);
  const before = model.output.values();
  const likelihoods = codes.map(({ nodes, bits }) => {
    const loss = model.skipGram(Int32Array.of(2), nodes, 1e-12, bits);
    return Math.exp(-loss);
  });
  expect(likelihoods.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
  const after = model.output.values();
  expect(Math.max(...after.map((value, index) => Math.abs(value - before[index])))).toBeLessThan(1e-6);
});

test('a step goes down the gradient of −Σ ln σ(±w·u)', () => {
  const model = new Word2Vec({ vocabularySize: 4, vectorSize: 2 }, new Rng(1));
  model.input.assign([0.5, -1, 0, 0, 0, 0, 0, 0]);
  model.output.assign([1, 2, -0.5, 0.25, 0, 0, 0, 0]);
  const [u, w] = [
    [0.5, -1],
    [
      [1, 2],
      [-0.5, 0.25],
    ],
  ];
  const sigma = (x: number) => 1 / (1 + Math.exp(-x));
  const labels = [0, 1];
  const push = w.map((row, k) => labels[k] - sigma(row[0] * u[0] + row[1] * u[1]));
  const loss = model.skipGram(Int32Array.of(0), Int32Array.of(0, 1), 1, labels);
  expect(loss).toBeCloseTo(-Math.log(1 - sigma(-1.5)) - Math.log(sigma(-0.5)), 5);
  const moved = u.map((value, i) => value + push[0] * w[0][i] + push[1] * w[1][i]);
  const [input, output] = [model.input.vector(0), model.output.vector(1)];
  for (const i of [0, 1]) {
    expect(input[i]).toBeCloseTo(moved[i], 5);
    expect(output[i]).toBeCloseTo(w[1][i] + push[1] * u[i], 5);
  }
});

test.each(['skip-gram', 'cbow'] as const)('%s: analogies come out', async (architecture) => {
  const model = new Word2Vec({ vocabularySize, vectorSize: 32 }, new Rng(2));
  const options = { architecture, epochs: 3, window: 8, rng: new Rng(3) };
  const sentences = madeSentences(12_000, new Rng(1));
  const run = trainWord2Vec(model, sentences, { ...options, output: 'hierarchical softmax' });
  for await (const { loss } of run) expect(loss).toBeLessThan(8);
  expect(analogyAccuracy(model, 200)).toBeGreaterThan(0.95);
});

test('without noise the loss vanishes and all words agree', async () => {
  const model = new Word2Vec({ vocabularySize, vectorSize: 32 }, new Rng(2));
  const options = { negatives: 0, epochs: 3, learningRate: 0.05, window: 8, rng: new Rng(3) };
  let last = Infinity;
  for await (const { loss } of trainWord2Vec(model, madeSentences(12_000, new Rng(1)), options)) last = loss;
  expect(last).toBeLessThan(0.2);
  const words = Array.from({ length: vocabularySize }, (_, word) => `${word}`);
  const vectors = new WordVectors(words, model.input.values());
  expect(vectors.cosine('0', '40')).toBeGreaterThan(0.9);
});

test('labels that don’t fit and another output are refused', () => {
  const model = new Word2Vec({ vocabularySize: 4, vectorSize: 2 }, new Rng(1));
  const call = () => model.skipGram(Int32Array.of(0), Int32Array.of(0, 1), 1, [1]);
  expect(call).toThrow('Word2Vec: expected a label per target, got 1 for 2');
  const options = { epochs: 1, rng: new Rng(1), output: 'softmax' as never };
  expect(() => trainWord2Vec(model, [[0, 1]], options)).toThrow(
    "expected 'negative sampling' or 'hierarchical softmax', got softmax",
  );
});
