import fc from 'fast-check';
import {
  begin,
  chineseCharacters,
  chineseSentence,
  end,
  englishSentence,
  padding,
  plainSentence,
  SentenceCoder,
  sentenceMarks,
  simplified,
  unknown,
  Vocabulary,
} from 'lineage/text';

describe('simplified', () => {
  test('turns traditional characters into simplified ones, and leaves those', () => {
    expect(simplified('你好嗎？我在學中文。')).toBe('你好吗？我在学中文。');
    expect(simplified('我喜欢吃苹果 🙂 and pizza')).toBe('我喜欢吃苹果 🙂 and pizza');
  });
  test('looks at words: 乾 dry becomes 干, but not in 乾坤', () => {
    expect(simplified('乾淨 乾坤')).toBe('干净 乾坤');
  });
  test('refuses what is no text', () => {
    expect(() => simplified(undefined as unknown as string)).toThrow(
      'simplified: expected a string, got undefined',
    );
  });
});

test('a plain sentence: small letters, one kind of signs, no full stop', () => {
  expect(plainSentence('  Don’t  GO!! ')).toBe("don't go");
  expect(plainSentence('你好。')).toBe('你好');
  expect(plainSentence('你好吗？')).toBe('你好吗?');
  expect(plainSentence('Mr. Brown, wait…')).toBe('mr. brown, wait');
  expect(plainSentence('!!!')).toBe('');
});

test('any text is made plain, and once is enough', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const plain = plainSentence(text);
      expect(plainSentence(plain)).toBe(plain);
    }),
  );
});

test('English words and signs, put together without a gap before a sign', () => {
  const tokens = englishSentence.split("where's tom, and who is it?");
  expect(tokens).toEqual(["where's", 'tom', ',', 'and', 'who', 'is', 'it', '?']);
  expect(englishSentence.join(tokens)).toBe("where's tom, and who is it?");
});

test('Chinese words, and Chinese characters', () => {
  expect(chineseSentence.split('我喜欢 吃苹果')).toEqual(['我', '喜欢', '吃', '苹果']);
  expect(chineseCharacters.split('我 喜欢')).toEqual(['我', '喜', '欢']);
  expect(chineseSentence.join(['我', '喜欢'])).toBe('我喜欢');
});

describe('SentenceCoder', () => {
  const english = SentenceCoder.of(englishSentence, ['Hello!', 'Good night.', 'good night, tom']);

  test('numbers the tokens of its corpus behind the four marks', () => {
    expect(english.vocabulary.tokens).toEqual([...sentenceMarks, 'good', 'night', ',', 'hello', 'tom']);
    expect([padding, begin, end, unknown].map((id) => english.vocabulary.token(id))).toEqual([
      ...sentenceMarks,
    ]);
    expect(english.longest).toBe(4);
    expect([...english.encode('Good night, Tom!')]).toEqual([4, 5, 6, 8]);
  });

  test('a word never seen is the unknown token, and told', () => {
    expect([...english.encode('good 🙂 day')]).toEqual([4, unknown, unknown]);
    expect(english.unknown('good 🙂 day 🙂')).toEqual(['🙂', 'day']);
    expect(english.unknown('hello')).toEqual([]);
  });

  test('back to text, up to the end', () => {
    expect(english.decode([begin, 4, 5, 6, 8, end, 7, padding])).toBe('good night, tom');
    expect(english.decode([4, 5, padding])).toBe('good night');
    expect(english.decode([end])).toBe('');
  });

  test('every sentence of the corpus comes back plain', () => {
    for (const sentence of ['Hello!', 'Good night.', 'good night, tom'])
      expect(english.decode(english.encode(sentence))).toBe(plainSentence(sentence));
  });

  test.each([
    ['', 'expected a sentence of at least one token, got ""'],
    ['!!', 'expected a sentence of at least one token, got "!!"'],
    ['good good good good good', 'expected at most 4 tokens, got 5 in "good good good good good"'],
  ])('refuses %j', (sentence, message) => {
    expect(() => english.encode(sentence)).toThrow(`SentenceCoder.encode: ${message}`);
  });

  test('refuses ids of no token, a corpus without words, and another vocabulary', () => {
    expect(() => english.decode([99])).toThrow('expected an id of the 9 tokens (0–8), got 99');
    expect(() => SentenceCoder.of(englishSentence, ['…'])).toThrow('SentenceCoder: expected');
    expect(() => new SentenceCoder(englishSentence, new Vocabulary(['a', 'b']), 3)).toThrow(
      'expected a vocabulary whose first tokens are <pad> <begin> <end> <unk>, got a b',
    );
  });

  test('a sentence cannot smuggle in a mark', () => {
    expect([...english.encode('<end>')]).not.toContain(end);
  });
});
