import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { Rng } from 'lineage';
import {
  closedVocabulary,
  madeTranslations,
  readSentencePairs,
  type SentencePair,
  SentencePairs,
  splitBySentence,
} from 'lineage/data';
import { begin, chineseCharacters, end, englishSentence, padding } from 'lineage/text';
import { expectNoLeak } from '../../leaks';
import { codersOf } from './coders-of';

describe('readSentencePairs', () => {
  test('English, Chinese in simplified characters', () => {
    const pairs = readSentencePairs('Hi.\t嗨。\tby whom\nHow are you?\t你好嗎？\tby whom\n');
    expect(pairs).toEqual([
      { source: '嗨。', target: 'Hi.' },
      { source: '你好吗？', target: 'How are you?' },
    ]);
  });
  test.each(['Hi.', 'Hi.\t', '\t嗨。\tx', ' \t嗨'])('refuses the line %j by its number', (line) => {
    expect(() => readSentencePairs(`Hi.\t嗨。\n${line}\n`)).toThrow(
      'readSentencePairs: line 2: expected English',
    );
  });
});

describe('madeTranslations', () => {
  const { pairs } = madeTranslations({ seed: 13, size: 3000 });

  test('the same seed makes the same, another one others', () => {
    expect(madeTranslations({ seed: 13, size: 40 }).pairs).toEqual(pairs.slice(0, 40));
    expect(madeTranslations({ seed: 14, size: 40 }).pairs).not.toEqual(pairs.slice(0, 40));
  });

  test('each sentence once, on both sides: there is one right answer, and the other way round too', () => {
    expect(new Set(pairs.map(({ source }) => source)).size).toBe(3000);
    expect(new Set(pairs.map(({ target }) => target)).size).toBe(3000);
  });

  test('4 to 30 characters, 123 different ones, and 103 English words, as its text says', () => {
    const lengths = pairs.map(({ source }) => source.length);
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([4, 30]);
    const many = madeTranslations({ seed: 1, size: 6000 }).pairs;
    const count = (side: 'source' | 'target', split: (text: string) => string[]) =>
      new Set(many.flatMap((pair) => split(pair[side]))).size;
    expect([count('source', chineseCharacters.split), count('target', englishSentence.split)]).toEqual([
      123, 103,
    ]);
  });

  test('words are in the order of their language', () => {
    // Subject, time, place, verb, number, measure word, object; in English, place and time come last.
    const isWhole = /^(我|你|他|她)(昨天|今天)在学校([^，的]{1,2})了[两三四].([^，]+)$/;
    const { pairs: many } = madeTranslations({ seed: 1, size: 40_000 });
    const found = many.filter(({ source }) => isWhole.test(source));
    expect(found.length).toBeGreaterThan(3);
    const order = /^(i|you|he|she) [a-z]+ (two|three|four) [a-z]+s at school (yesterday|today)$/;
    for (const { target } of found) expect(target).toMatch(order);
    for (const { target } of pairs) expect(target).not.toMatch(/\ba [aeiou]|\ban [^aeiou]|undefined|false/);
  });

  test('refuses sizes that cannot be', () => {
    expect(() => madeTranslations({ seed: 1, size: 0 })).toThrow('madeTranslations: expected');
    expect(() => madeTranslations({ seed: 1, size: 9, longest: 3 })).toThrow(
      'madeTranslations: expected 9 different sentences of at most 3 characters, found 0',
    );
  });
});

describe('closedVocabulary', () => {
  const pairs: SentencePair[] = [
    { source: '我吃', target: 'I eat.' },
    { source: '我吃。', target: 'I am eating.' },
    { source: '你吃', target: 'you eat' },
    { source: '鲸吃', target: 'whales eat' },
    { source: '我', target: '' },
  ];
  const sides = { source: chineseCharacters, target: englishSentence };

  test('keeps pairs of frequent words, plain, one per source', () => {
    const kept = closedVocabulary(pairs, { ...sides, words: 3, longest: 5 });
    expect(kept).toEqual([{ source: '我吃', target: 'i eat' }]);
  });
  test('more words, more pairs; long ones are left out', () => {
    expect(closedVocabulary(pairs, { ...sides, words: 50, longest: 5 })).toHaveLength(3);
    expect(closedVocabulary(pairs, { ...sides, words: 50, longest: 1 })).toHaveLength(0);
  });
  test('some are kept always, and come instead of others of the same source', () => {
    const always = [{ source: '我吃', target: 'Eating!' }];
    const kept = closedVocabulary(pairs, { ...sides, words: 3, longest: 5, always });
    expect(kept).toEqual([{ source: '我吃', target: 'eating' }]);
  });
  test('refuses no words', () => {
    expect(() => closedVocabulary(pairs, { ...sides, words: 0, longest: 5 })).toThrow(
      'closedVocabulary: expected',
    );
  });
});

describe('splitBySentence', () => {
  const pair = fc.record({
    source: fc.integer({ min: 0, max: 40 }).map(String),
    target: fc.integer({ min: 0, max: 40 }).map(String),
  });

  test('no sentence is on both sides, none is lost, and what is to stay stays', () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 2, maxLength: 60 }), fc.integer(), (pairs, seed) => {
        let split: ReturnType<typeof splitBySentence>;
        try {
          split = splitBySentence(pairs, { heldOut: 0.3, keep: ['7'] }, new Rng(seed));
        } catch (cause) {
          expect(String(cause)).toContain('groups that share no sentence');
          return;
        }
        const { training, test } = split;
        expect(training.length + test.length).toBe(pairs.length);
        expect(test.length).toBeLessThanOrEqual(Math.round(0.3 * pairs.length));
        for (const side of ['source', 'target'] as const) {
          const learnt = new Set(training.map((each) => each[side]));
          expect(test.filter((each) => learnt.has(each[side]) || each[side] === '7')).toEqual([]);
        }
      }),
    );
  });
  test('holds out about the share asked for', () => {
    const pairs = Array.from({ length: 500 }, (_, n) => ({ source: `s${n}`, target: `t${n}` }));
    expect(splitBySentence(pairs, { heldOut: 0.1 }, new Rng(1)).test).toHaveLength(50);
  });
  test('refuses a share outside of 0 … 1, and pairs that hang together', () => {
    const one = [{ source: 'a', target: 'b' }];
    expect(() => splitBySentence(one, { heldOut: 1 }, new Rng(1))).toThrow('between 0 and 1, got 1');
    expect(() => splitBySentence(one, { heldOut: 0.5 }, new Rng(1))).toThrow('1 pairs are 1 groups');
    expect(() => splitBySentence([], { heldOut: 0.5 }, new Rng(1))).toThrow('0 pairs are 0 groups');
  });
});

describe('SentencePairs', () => {
  const pairs = [
    { source: '你好', target: 'hello' },
    { source: '晚', target: 'good night' },
  ];
  const coders = codersOf(pairs);
  const data = new SentencePairs(pairs, coders);

  test('a source, then the target behind its begin; the same target before its end', () => {
    const { x, y } = data.take([1, 0]);
    const [wan, ni, hao] = ['晚', '你', '好'].map((token) => coders.source.vocabulary.id(token));
    const [good, night, hello] = ['good', 'night', 'hello'].map((token) =>
      coders.target.vocabulary.id(token),
    );
    expect([x.dtype, y.dtype]).toEqual(['int32', 'int32']);
    expect(x.arraySync()).toEqual([
      [wan, padding, begin, good, night],
      [ni, hao, begin, hello, padding],
    ]);
    expect(y.arraySync()).toEqual([
      [good, night, end],
      [hello, end, padding],
    ]);
    expect([data.sourceLength, data.targetLength]).toEqual([2, 3]);
    const sources = data.sources([1]);
    expect(sources.arraySync()).toEqual([[wan, padding]]);
    tf.dispose([x, y, sources]);
  });

  test('refuses what is not there', () => {
    expect(() => new SentencePairs([], coders)).toThrow(
      'SentencePairs: expected at least one pair, got none',
    );
    expect(() => new SentencePairs([{ source: '', target: 'a' }], coders)).toThrow(
      'at least one token, got ""',
    );
    expect(() => data.take([])).toThrow('SentencePairs: expected at least one index, got none');
    expect(() => data.take([2])).toThrow('SentencePairs: index 2 is outside the 2 pairs (0–1)');
  });

  test('no tensor is left', () => {
    expectNoLeak(() => tf.dispose([Object.values(data.take([0, 1])), data.sources([0])] as tf.Tensor[][]));
  });
});
