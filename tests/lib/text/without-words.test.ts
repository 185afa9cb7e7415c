import { englishSentence, SentenceCoder, withoutWords } from 'lineage/text';

const tokenizer = withoutWords(englishSentence, new Set(['the', 'a', 'is']));

test('throws the words away, and keeps those that only begin like one', () => {
  expect(tokenizer.split('the cat is at a theatre')).toEqual(['cat', 'at', 'theatre']);
  expect(tokenizer.join(['at', 'home', '?'])).toBe('at home?');
});

test('a sentence of such words alone keeps them', () => {
  expect(tokenizer.split('is the')).toEqual(['is', 'the']);
  expect(tokenizer.split('')).toEqual([]);
});

test('a coder of it neither learns them nor takes them for unknown', () => {
  const coder = SentenceCoder.of(tokenizer, ['the cat']);
  expect(coder.vocabulary.has('the')).toBe(false);
  expect(coder.unknown('the cat')).toEqual([]);
});
