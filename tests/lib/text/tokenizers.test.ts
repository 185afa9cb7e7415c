import fc from 'fast-check';
import { characterTokenizer, chineseTokenizer, normalise, sentences, words, wordTokenizer } from 'lineage';

const tokenizers = { characterTokenizer, wordTokenizer, chineseTokenizer };

describe.each(Object.entries(tokenizers))('%s', (name, tokenizer) => {
  test('joins what it split, whatever the string', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)); // lone surrogates too
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.array(unit).map((units) => units.join('')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const tokens = tokenizer.split(text);
        expect(tokenizer.join(tokens)).toBe(text);
        expect(tokens).not.toContain('');
      }),
    );
  });

  test('splits the empty string into nothing', () => {
    expect(tokenizer.split('')).toEqual([]);
  });

  test('refuses what is no string, by name', () => {
    expect(() => tokenizer.split(undefined as never)).toThrow(`${name}: expected a string, got undefined`);
  });

  test('splits ten million characters on one line', () => {
    const line = '我 like 🍕. '.repeat(1_000_000);
    const tokens = tokenizer.split(line);
    expect(tokens.length).toBeGreaterThan(4_000_000);
    expect(
      tokenizer.join(tokens.slice(0, 1000)) === line.slice(0, tokenizer.join(tokens.slice(0, 1000)).length),
    ).toBe(true);
  }, 60_000);
});

test.each(['x', ' ', "'", "x'", '\ud800', '。'])(
  'ten million characters %j on one line are split and counted',
  (unit) => {
    const line = unit.repeat(10_000_000 / unit.length);
    expect(wordTokenizer.join(wordTokenizer.split(line)) === line).toBe(true);
    expect(words(line).length).toBeLessThan(10_000_000);
    expect(sentences(line).length).toBeLessThan(2);
    expect(normalise(line, { collapseSpaces: true }).length).toBeLessThanOrEqual(10_000_000);
  },
  60_000,
);

test('a word of more than a thousand letters is cut', () => {
  expect(words('x'.repeat(1001)).map(({ length }) => length)).toEqual([1000, 1]);
});

test('an emoji is one character', () => {
  expect(characterTokenizer.split('né🙂')).toEqual(['n', 'é', '🙂']);
});

test('words keep their apostrophes and marks, spaces and points are tokens', () => {
  expect(wordTokenizer.split("Don't panic!")).toEqual(["Don't", ' ', 'panic', '!']);
  expect(wordTokenizer.split("'tis naïve")).toEqual(["'", 'tis', ' ', 'naïve']);
});

test('Chinese is cut into words', () => {
  expect(chineseTokenizer.split('我喜欢吃苹果。')).toEqual(['我', '喜欢', '吃', '苹果', '。']);
});

test('words are small letters without punctuation', () => {
  expect(words('The cat, the DOG.')).toEqual(['the', 'cat', 'the', 'dog']);
  expect(words('… !')).toEqual([]);
  expect(() => words(null as never)).toThrow('words: expected a string, got null');
});

test('normalise writes the same in the same way', () => {
  expect(normalise('Cafe\u0301  noir ', { lowerCase: true, collapseSpaces: true })).toBe('café noir');
  expect(normalise('Ａﬁ')).toBe('Ａﬁ');
  expect(normalise('Ａﬁ', { form: 'NFKC' })).toBe('Afi');
  expect(normalise('a\ud800b')).toBe('a\ufffdb');
  expect(normalise('🙂')).toBe('🙂');
  expect(normalise('')).toBe('');
  expect(() => normalise(3 as never)).toThrow('normalise: expected a string, got number');
});

test('normalise changes nothing the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normalise(text, { form: 'NFKC', collapseSpaces: true });
      expect(normalise(once, { form: 'NFKC', collapseSpaces: true })).toBe(once);
    }),
  );
});
