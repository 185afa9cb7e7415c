import fc from 'fast-check';
import { analogy, analogyScore, WordVectors } from 'lineage';

// Identity along the first two numbers, role along the third.
const royal = new WordVectors(
  ['king', 'queen', 'man', 'woman', 'table'],
  [1, 0, 1, 1, 0, -1, 0, 1, 1, 0, 1, -1, -1, -1, 0.1],
);

test.each(['add', 'multiply'] as const)('%s: man is to woman as king is to queen', (method) => {
  expect(analogy(royal, ['man', 'woman', 'king'], { method })[0].word).toBe('queen');
  expect(analogy(royal, ['king', 'queen', 'man'], { method, count: 9 }).map(({ word }) => word)).toEqual([
    'woman',
    'table',
  ]);
});

test('the scores are those of the papers', () => {
  const [x, a, b, c] = ['queen', 'man', 'woman', 'king'];
  const cos = (other: string) => royal.cosine(x, other);
  expect(analogy(royal, [a, b, c])[0].score).toBeCloseTo(cos(b) - cos(a) + cos(c), 5);
  const half = (other: string) => (cos(other) + 1) / 2;
  const [{ score }] = analogy(royal, [a, b, c], { method: 'multiply' });
  expect(score).toBeCloseTo((half(b) * half(c)) / (half(a) + 0.001), 4);
});

test('3CosAdd is content with one large cosine, 3CosMul asks for both', () => {
  const rest = Math.sqrt(1 - 2 * 0.49 ** 2);
  const vectors = new WordVectors(
    ['a', 'b', 'c', 'like c alone', 'like b and c'],
    [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0.49, 0.49, rest],
  );
  const first = (method: 'add' | 'multiply') => analogy(vectors, ['a', 'b', 'c'], { method })[0].word;
  expect(first('add')).toBe('like c alone');
  expect(first('multiply')).toBe('like b and c');
});

test('never answers with a word of the question, and the best first', () => {
  const numbers = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 24, maxLength: 24 });
  const three = fc.tuple(fc.nat(7), fc.nat(7), fc.nat(7));
  fc.assert(
    fc.property(numbers, three, fc.constantFrom('add', 'multiply'), (values, places, method) => {
      const words = Array.from({ length: 8 }, (_, index) => `w${index}`);
      const question = places.map((place) => words[place]) as [string, string, string];
      const answers = analogy(new WordVectors(words, values), question, {
        method: method as 'add' | 'multiply',
        count: 8,
      });
      expect(answers).toHaveLength(8 - new Set(question).size);
      for (const { word } of answers) expect(question).not.toContain(word);
      const scores = answers.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }),
  );
});

test('a score tells how many could be asked', () => {
  const ask = (...words: [string, string, string, string]) => ({ section: 'test', words });
  const questions = [
    ask('man', 'woman', 'king', 'queen'),
    ask('man', 'woman', 'king', 'table'),
    ask('man', 'woman', 'king', 'duchess'),
  ];
  expect(analogyScore(royal, questions)).toEqual({ right: 1, asked: 2, total: 3, accuracy: 0.5 });
  // The answer is a word of the question, which may not be given.
  expect(analogyScore(royal, [ask('man', 'woman', 'king', 'king')]).right).toBe(0);
  const none = analogyScore(royal, [ask('x', 'y', 'z', 'queen')]);
  expect(none).toEqual({ right: 0, asked: 0, total: 1, accuracy: NaN });
});

test.each([
  ['an unknown word', () => analogy(royal, ['man', 'women', 'king']), 'Closest: woman'],
  ['no answer wanted', () => analogy(royal, ['man', 'woman', 'king'], { count: 0 }), 'answers of at least 1'],
  [
    'another method',
    () => analogy(royal, ['man', 'woman', 'king'], { method: 'minus' as never }),
    "expected the method 'add' or 'multiply', got minus",
  ],
  [
    'a vocabulary of one',
    () => analogy(new WordVectors(['a'], [1]), ['a', 'a', 'a']),
    'expected a word beside a, a, a, got none',
  ],
  ['no question', () => analogyScore(royal, []), 'expected at least one question, got none'],
])('%s is refused', (_, call, message) => {
  expect(call).toThrow(message);
});
