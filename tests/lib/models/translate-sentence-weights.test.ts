import { dispose, GruEncoderDecoder, Rng, translateSentence } from 'lineage';
import { chineseCharacters, englishSentence, SentenceCoder } from 'lineage/text';
import { expectNoLeak } from '../../leaks';

const coders = {
  source: SentenceCoder.of(chineseCharacters, ['你好', '我昨天来了']),
  target: SentenceCoder.of(englishSentence, ['hello', 'i came yesterday']),
};
const sizes = {
  sourceVocabulary: coders.source.vocabulary.size,
  targetVocabulary: coders.target.vocabulary.size,
  sourceLength: coders.source.longest,
  channels: 6,
  hidden: 8,
};

describe.each([
  ['GruEncoderDecoder', () => new GruEncoderDecoder(sizes, new Rng(0))],
  ["Luong's score", () => new GruEncoderDecoder(sizes, new Rng(0), { score: 'general' })],
] as const)('translateSentence by %s', (_, make) => {
  let model: GruEncoderDecoder;
  beforeAll(() => {
    model = make();
  });
  afterAll(() => dispose(model));
  const answer = (sentence: string) => translateSentence(model, sentence, coders);

  test('a row of weights for each word, over the characters alone', () => {
    const { weights, sourceTokens, targetTokens, text } = answer('你好!');
    expect(sourceTokens).toEqual(['你', '好']);
    expect(targetTokens.length).toBeLessThanOrEqual(coders.target.longest + 1);
    expect(text).toBe(englishSentence.join(targetTokens));
    expect(weights.length).toBe(targetTokens.length);
    for (const row of weights) {
      expect(row.length).toBe(2);
      expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
    }
  });

  test('characters never seen, emoji of one and of several signs: translated all the same, and told', () => {
    expect(answer('你🙂').unknown).toEqual(['🙂']);
    expect(answer('龘').unknown).toEqual(['龘']);
    const family = answer('👩‍👧').unknown.join('');
    expect(family).toContain('👩');
    expect(answer('你好').unknown).toEqual([]);
  });

  test.each([
    ['', 'at least one token, got ""'],
    [' \t\n', 'at least one token, got " \\t\\n"'],
    ['。！…', 'at least one token'],
    ['我昨天来了吗', 'at most 5 tokens, got 6 in "我昨天来了吗"'],
  ])('refuses %j', (sentence, message) => {
    expect(() => answer(sentence)).toThrow(`SentenceCoder.encode: expected`);
    expect(() => answer(sentence)).toThrow(message);
  });

  test('leaks nothing, refused or not', () => {
    expectNoLeak(() => {
      answer('我来了');
      expect(() => answer('')).toThrow();
    });
  });
});
