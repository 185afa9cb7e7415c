import fc from 'fast-check';
import { bagOfWords, normalise, oneHot, SparseVector, Vocabulary, words } from 'lineage';

const vocabulary = new Vocabulary(['be', 'not', 'or', 'to']);

test('counts the words it knows and passes over the others', () => {
  expect([...bagOfWords(words('To be, or not to be?'), vocabulary).toDense()]).toEqual([2, 1, 1, 2]);
  expect([...bagOfWords(words('or else'), vocabulary).toDense()]).toEqual([0, 0, 1, 0]);
});

test('is the sum of the one-hot vectors, in whatever order', () => {
  const text = fc.array(fc.constantFrom(...vocabulary.tokens), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(text, fc.func(fc.integer()), (tokens, chance) => {
      const sum = new Float64Array(vocabulary.size);
      for (const token of tokens)
        oneHot(token, vocabulary)
          .toDense()
          .forEach((value, index) => {
            sum[index] += value;
          });
      expect(bagOfWords(tokens, vocabulary).toDense()).toEqual(sum);
      const shuffled = [...tokens].sort((a, b) => chance(a) - chance(b));
      expect(bagOfWords(shuffled, vocabulary)).toEqual(bagOfWords(tokens, vocabulary));
    }),
  );
});

test('one-hot vectors are 1 long and every two at a right angle', () => {
  for (const a of vocabulary.tokens)
    for (const b of vocabulary.tokens)
      expect(oneHot(a, vocabulary).cosine(oneHot(b, vocabulary))).toBe(a === b ? 1 : 0);
});

test('an empty text, or one of unknown words, is zeros', () => {
  for (const text of ['', '   ', '🙂', 'hamlet'])
    expect(bagOfWords(words(text), vocabulary)).toEqual(SparseVector.of(4, []));
});

test('a vocabulary of one word will do', () => {
  const one = new Vocabulary(['a']);
  expect([...oneHot('a', one).toDense()]).toEqual([1]);
  expect([...bagOfWords(['a', 'a'], one).toDense()]).toEqual([2]);
});

test('10 MB on one line, of many words or of one', () => {
  const many = bagOfWords(words('to be '.repeat(1_700_000)), vocabulary);
  expect([...many.values]).toEqual([1_700_000, 1_700_000]);
  expect(bagOfWords(words('x'.repeat(10_000_000)), vocabulary).indices).toHaveLength(0);
});

test('half a character is no word', () => {
  expect(bagOfWords(words('\uD83D to \uDE42'), vocabulary)).toEqual(bagOfWords(['to'], vocabulary));
  expect(bagOfWords(words(normalise('to\uD83Dbe')), vocabulary)).toEqual(
    bagOfWords(['to', 'be'], vocabulary),
  );
});

test('an unknown word has no one-hot vector, unless the vocabulary has a place for it', () => {
  expect(() => oneHot('hamlet', vocabulary)).toThrow(
    'Vocabulary: token "hamlet" is not among the 4 known ones',
  );
  const open = new Vocabulary(['to'], { special: ['<unk>'], unknown: '<unk>' });
  expect([...oneHot('hamlet', open).toDense()]).toEqual([1, 0]);
});
