import fc from 'fast-check';
import { Vocabulary } from 'lineage';

test('numbers special tokens first, then the most frequent, then the alphabet', () => {
  const vocabulary = Vocabulary.of(['c', 'b', 'a', 'b'], { special: ['<pad>', '<unk>'], unknown: '<unk>' });
  expect(vocabulary.tokens).toEqual(['<pad>', '<unk>', 'b', 'a', 'c']);
  expect(vocabulary.size).toBe(5);
  expect([...vocabulary.encode(['a', 'z', 'b'])]).toEqual([3, 1, 2]);
});

test('leaves out rare tokens and what is over its size', () => {
  const corpus = ['a', 'a', 'a', 'b', 'b', 'c'];
  expect(Vocabulary.of(corpus, { minCount: 2 }).tokens).toEqual(['a', 'b']);
  expect(Vocabulary.of(corpus, { maxSize: 2, special: ['<unk>'] }).tokens).toEqual(['<unk>', 'a']);
});

test('a special token in the corpus is counted once', () => {
  expect(Vocabulary.of(['<s>', 'a', '<s>'], { special: ['<s>'] }).tokens).toEqual(['<s>', 'a']);
});

test('decodes what it encoded', () => {
  const token = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(fc.array(token, { minLength: 1 }), (tokens) => {
      const vocabulary = Vocabulary.of(tokens);
      expect(vocabulary.decode(vocabulary.encode(tokens))).toEqual(tokens);
    }),
  );
});

test('find() gives no id for a token that it does not know, unless one stands for the unknown', () => {
  expect(new Vocabulary(['a']).find('z')).toBeUndefined();
  expect(new Vocabulary(['a'], { special: ['<unk>'], unknown: '<unk>' }).find('z')).toBe(0);
});

test('may hold a single token', () => {
  const one = new Vocabulary(['a']);
  expect(one.size).toBe(1);
  expect(one.decode(one.encode(['a', 'a']))).toEqual(['a', 'a']);
});

test.each([
  [() => Vocabulary.of([]), 'Vocabulary: expected at least one token, got none'],
  [() => new Vocabulary(['a', 'b', 'a']), 'Vocabulary: expected each token once, got "a" twice'],
  [
    () => new Vocabulary(['a'], { unknown: '<unk>' }),
    'Vocabulary: expected the unknown token among the special ones (), got <unk>',
  ],
  [
    () => Vocabulary.of(['a'], { special: ['<unk>'], maxSize: 1 }),
    'Vocabulary.of: expected room for more than 1 special tokens, got maxSize 1',
  ],
  [
    () => new Vocabulary(['a']).encode(['z']),
    'Vocabulary: token "z" is not among the 1 known ones. Build it from a text that has it, or give it an unknown token.',
  ],
  [
    () => new Vocabulary(['a', 'b']).decode([2]),
    'Vocabulary: expected an id of the 2 tokens (0–1), got 2. Was the text encoded with another vocabulary?',
  ],
])('refuses what makes no sense: %#', (work, message) => {
  expect(work).toThrow(message);
});
