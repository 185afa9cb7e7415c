import { Rng, Word2Vec } from 'lineage';
import { SentenceLearner } from 'lineage/models/word2vec/sentence-learner';

const counts = [900, 90, 10];
const model = () => new Word2Vec({ vocabularySize: 3, vectorSize: 4 }, new Rng(0));

test('a word is kept as often as its frequency says', () => {
  const learner = new SentenceLearner(model(), counts, { window: 1, subsample: 0.01 });
  const sentence = new Int32Array(1000).fill(0);
  const rng = new Rng(1);
  let kept = 0;
  // At a window of 1 a sentence of n words has 2 (n − 1) pairs.
  for (let time = 0; time < 50; time++) kept += learner.learn(sentence, 0, rng).examples / 2 + 1;
  expect(kept / 50_000).toBeCloseTo(Math.sqrt(0.01 / 0.9), 2);
});

test('how far a word looks is drawn anew for each, 1 … window: near words count more', () => {
  const learner = new SentenceLearner(model(), counts, { window: 4, subsample: Infinity });
  const { examples } = learner.learn(new Int32Array(20_000).fill(1), 0, new Rng(1));
  expect(examples / 20_000).toBeCloseTo(2 * 2.5, 1); // both sides, on average (1 + 2 + 3 + 4) / 4 far
});

test('CBOW has one example per word that has a neighbour', () => {
  const learner = new SentenceLearner(model(), counts, { architecture: 'cbow', subsample: Infinity });
  expect(learner.learn(Int32Array.of(0, 1, 2), 0.1, new Rng(1)).examples).toBe(3);
  expect(learner.learn(Int32Array.of(0), 0.1, new Rng(1))).toEqual({ examples: 0, loss: 0 });
});

test('the true word is never among its noise words', () => {
  const learnt = model();
  const learner = new SentenceLearner(learnt, [1000, 1000, 0], { negatives: 3, subsample: Infinity });
  const outputs = () => [0, 1, 2].map((word) => [...learnt.output.vector(word)]);
  const [, , before] = outputs();
  // Words 0 and 1 by turns: the only possible noise is the other one of the two.
  const { loss, examples } = learner.learn(Int32Array.of(0, 1), 0.1, new Rng(1));
  expect(examples).toBe(2);
  expect(loss / examples).toBeCloseTo(4 * Math.log(2), 1);
  const [zero, one, two] = outputs();
  expect(two).toEqual(before);
  expect(zero).not.toEqual(before);
  expect(one).not.toEqual(before);
});
