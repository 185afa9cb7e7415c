import {
  dispose,
  Linear,
  naiveBayes,
  Rng,
  SparseExamples,
  SparseVector,
  tellingWords,
  Vocabulary,
} from 'lineage';

const vocabulary = new Vocabulary(['hi', 'lunch', 'prize', 'win']);
const rows = [
  [2, 2, 0, 0],
  [1, 0, 0, 0],
  [1, 0, 1, 3],
].map((dense) => SparseVector.from(dense));
let model: Linear;
beforeAll(() => {
  model = naiveBayes(new SparseExamples(rows, [0, 0, 1]));
});
afterAll(() => dispose(model));

test('the most telling first, for either class', () => {
  const spam = tellingWords(model, vocabulary, { class: 1, k: 4 });
  expect(spam.map(({ word }) => word)).toEqual(['win', 'prize', 'hi', 'lunch']);
  // P(win | 1) = 4/9, P(win | 0) = 1/9
  expect(spam[0].weight).toBeCloseTo(Math.log(4), 5);
  const ham = tellingWords(model, vocabulary, { class: 0, k: 9 });
  expect(ham).toEqual(spam.map(({ word, weight }) => ({ word, weight: -weight })).reverse());
});

test('none for k = 0, and only those that may be chosen', () => {
  expect(tellingWords(model, vocabulary, { class: 1, k: 0 })).toEqual([]);
  const [first] = tellingWords(model, vocabulary, { class: 1, k: 1, among: (id) => id < 3 });
  expect(first.word).toBe('prize');
});

test('refuses another model, and a number that is none', () => {
  const three = new Linear(4, 3, new Rng(0));
  expect(() => tellingWords(three, vocabulary, { class: 1, k: 1 })).toThrow(
    'tellingWords: expected a Linear(4 → 2) for 4 words, got Linear(4 → 3)',
  );
  expect(() => tellingWords(model, vocabulary, { class: 1, k: 1.5 })).toThrow(
    'tellingWords: expected a whole number of words of at least 0, got 1.5',
  );
  dispose(three);
});
