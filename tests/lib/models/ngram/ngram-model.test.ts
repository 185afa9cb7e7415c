import fc from 'fast-check';
import { addK, katzBackOff, kneserNey, NgramCounts, NgramModel, perplexity, Rng, Vocabulary } from 'lineage';
import { context, corpus, order, sam } from './corpora';

const smoothings = [addK(1), addK(0.01), katzBackOff(), katzBackOff(0.1), kneserNey(), kneserNey(0.99)];

test('probabilities sum to 1 after every context, also one that was never seen', () => {
  fc.assert(
    fc.property(
      corpus,
      order,
      context,
      fc.constantFrom(...smoothings),
      (sentences, order, before, smoothing) => {
        const model = new NgramModel(new NgramCounts(sentences, { order }), smoothing);
        const sum = model.distribution(before).reduce((total, p) => total + p, 0);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-9);
        expect(Math.min(...model.distribution(before))).toBeGreaterThan(-1e-12);
      },
    ),
  );
});

test('they sum to 1 with a vocabulary that has words which the corpus has not', () => {
  const vocabulary = new Vocabulary(['a', 'b', 'c'], { special: ['</s>', '<unk>'], unknown: '<unk>' });
  const counts = new NgramCounts([['a', 'b'], ['a']], { order: 3, vocabulary });
  for (const smoothing of smoothings) {
    const all = new NgramModel(counts, smoothing).distribution(['a', 'never']);
    expect(all.reduce((total, p) => total + p, 0)).toBeCloseTo(1, 10);
    expect(Math.min(...all)).toBeGreaterThan(0);
  }
});

test('a sentence is the product of its words, each given those before it, and its end', () => {
  const model = new NgramModel(new NgramCounts(sam, { order: 2 }), addK(0));
  // P(i | start) P(am | i) P(sam | am) P(end | sam)
  const product = (2 / 3) * (2 / 3) * (1 / 2) * (1 / 2);
  expect(Math.exp(model.logProbability(['i', 'am', 'sam']))).toBeCloseTo(product, 12);
  expect(model.loss([['i', 'am', 'sam']])).toBeCloseTo(-Math.log(product) / 4, 12);
});

test('the probabilities of all sentences together are 1: up to length 12 nearly', () => {
  const model = new NgramModel(
    new NgramCounts(
      [
        ['a', 'b'],
        ['a', 'a'],
      ],
      { order: 2 },
    ),
    addK(0),
  );
  const sum = (sentence: string[]): number =>
    sentence.length > 12
      ? 0
      : Math.exp(model.logProbability(sentence)) + sum([...sentence, 'a']) + sum([...sentence, 'b']);
  expect(sum([])).toBeCloseTo(1, 3);
});

test('what is impossible has probability 0 and infinite perplexity', () => {
  const model = new NgramModel(new NgramCounts(sam, { order: 3 }), addK(0));
  const logs = model.logProbabilities(['sam', 'am', 'ham']);
  expect(model.logProbability(['sam', 'am', 'ham'])).toBe(-Infinity);
  expect(perplexity(logs)).toBe(Infinity);
});

test('samples are reproducible, come from the corpus where nothing is smoothed, and end', () => {
  const model = new NgramModel(new NgramCounts(sam, { order: 3 }), addK(0));
  const draw = (seed: number) => Array.from({ length: 20 }, (_, i) => model.sample(new Rng(seed).fork(i)));
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  for (const sentence of draw(3)) expect(model.logProbability(sentence)).toBeGreaterThan(-Infinity);
  expect(model.sample(new Rng(0), 1).length).toBeLessThanOrEqual(1);
});

test('samples are drawn as often as their probability says', () => {
  const model = new NgramModel(new NgramCounts(sam, { order: 2 }), kneserNey());
  const rng = new Rng(5);
  const draws = 4000;
  let begun = 0;
  for (let draw = 0; draw < draws; draw++) if (model.sample(rng)[0] === 'i') begun++;
  const p = model.probability('i', []);
  expect(Math.abs(begun / draws - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / draws));
});

test('a vocabulary of one token is certain', () => {
  const model = new NgramModel(new NgramCounts([[], []], { order: 3 }), kneserNey());
  expect([...model.distribution([])]).toEqual([1]);
  expect(model.logProbability([])).toBe(0);
  expect(model.sample(new Rng(0))).toEqual([]);
});

test.each<[string, (model: NgramModel) => unknown, string]>([
  [
    'an unknown word',
    (model) => model.logProbability(['never']),
    'token "never" is not among the 11 known ones',
  ],
  ['no sentences', (model) => model.loss([]), 'NgramModel.loss: expected at least one sentence, got none'],
  [
    'no tokens',
    (model) => model.sample(new Rng(0), 0),
    'NgramModel.sample: expected a whole number of tokens',
  ],
])('refuses %s', (_, work, message) => {
  expect(() => work(new NgramModel(new NgramCounts(sam, { order: 2 }), addK(1)))).toThrow(message);
});
