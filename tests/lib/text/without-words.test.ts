import { chineseSentence, SentenceCoder, withoutWords } from 'lineage/text';

const tokenizer = withoutWords(chineseSentence, new Set(['我', '的', '吗']));

test('throws the words away, and keeps those that are only part of another', () => {
  expect(tokenizer.split('我很喜欢猫吗')).toEqual(['很', '喜欢', '猫']);
  expect(tokenizer.split('我们喜欢猫吗')).toEqual(['我们', '喜欢', '猫']);
  expect(tokenizer.join(['喜欢', '猫'])).toBe('喜欢猫');
});

test('a sentence of such words alone keeps them', () => {
  expect(tokenizer.split('我')).toEqual(['我']);
  expect(tokenizer.split('')).toEqual([]);
});

test('a coder of it neither learns them nor takes them for unknown', () => {
  const coder = SentenceCoder.of(tokenizer, ['我喜欢猫']);
  expect(coder.vocabulary.has('我')).toBe(false);
  expect(coder.unknown('我喜欢猫')).toEqual([]);
});
