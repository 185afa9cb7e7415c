import { dispose, Rng, Seq2Seq, translateSentence } from 'lineage';
import { chineseCharacters, englishSentence, SentenceCoder } from 'lineage/text';

const source = SentenceCoder.of(chineseCharacters, ['你好吗', '我很好']);
const target = SentenceCoder.of(englishSentence, ['how are you', 'i am fine']);
let model: Seq2Seq;
beforeAll(() => {
  model = new Seq2Seq(
    {
      sourceVocabulary: source.vocabulary.size,
      targetVocabulary: target.vocabulary.size,
      sourceLength: source.longest,
      channels: 4,
      hidden: 8,
    },
    new Rng(0),
  );
});
afterAll(() => dispose(model));
const translated = (sentence: string) => translateSentence(model, sentence, { source, target });

test('no rows of weights from a model that does not look back', () => {
  expect(translated('你好！')).toMatchObject({ sourceTokens: ['你', '好'], weights: [], unknown: [] });
});

test('unknown characters and emoji are told, and the rest is translated', () => {
  const { unknown, targetTokens, sourceTokens } = translated('你😀猫');
  expect(unknown).toEqual(['😀', '猫']);
  expect(sourceTokens).toEqual(['你', '😀', '猫']);
  expect(targetTokens.length).toBeLessThanOrEqual(target.longest + 1);
});

test.each(['', '   ', '。！'])('refuses %j, a sentence without words', (sentence) => {
  expect(() => translated(sentence)).toThrow(
    'SentenceCoder.encode: expected a sentence of at least one token',
  );
});

test('refuses a sentence that is longer than the model reads', () => {
  expect(() => translated('你好吗你')).toThrow('SentenceCoder.encode: expected at most 3 tokens, got 4');
});
