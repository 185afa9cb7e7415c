import fc from 'fast-check';
import { characterTokenizer, NgramCounts, Vocabulary } from 'lineage';
import { corpus, order, sam } from './corpora';
import { NaiveCounts } from './naive-counts';

test('counts words, pairs and sentences', () => {
  const counts = new NgramCounts(sam, { order: 2 });
  expect(counts.vocabulary.size).toBe(11); // ten words and the end
  expect(counts.count(['i'])).toBe(3);
  expect(counts.count(['i', 'am'])).toBe(2);
  expect(counts.count(['sam', '</s>'])).toBe(1);
  expect(counts.count(['am', 'i'])).toBe(0);
  expect(counts.count(['never'])).toBe(0);
  expect(counts.count([])).toBe(17); // all tokens with the ends
});

test('agrees with counting by strings, in what comes after, before and around', () => {
  fc.assert(
    fc.property(corpus, order, (sentences, order) => {
      const counts = new NgramCounts(sentences, { order });
      const naive = new NaiveCounts(sentences, order);
      const { trie, vocabulary } = counts;
      expect(new Set(vocabulary.tokens)).toEqual(new Set(naive.vocabulary));
      const walk = (node: number, gram: string[]) => {
        if (trie.count[node] > 0) expect(trie.count[node]).toBe(naive.count(gram));
        if (gram.length === order) return;
        expect(trie.total[node]).toBe(naive.total(gram));
        expect(trie.types[node]).toBe(naive.types(gram));
        if (gram.length < order - 1) {
          const after = vocabulary.tokens.map((token) => [...gram, token]);
          const around = after.reduce((sum, pair) => sum + naive.before(pair), 0);
          expect(trie.around[node]).toBe(around);
          for (const pair of after) {
            const child = trie.child(node, vocabulary.id(pair[gram.length]));
            expect(child < 0 ? 0 : trie.before[child]).toBe(naive.before(pair));
          }
        }
        for (const token of trie.followers(node))
          walk(trie.child(node, token), [...gram, vocabulary.token(token)]);
      };
      walk(0, []);
    }),
    { numRuns: 40 },
  );
});

test('a vocabulary of its own makes rare words one', () => {
  const choice = { special: ['</s>', '<unk>'], unknown: '<unk>', minCount: 2 };
  const counts = new NgramCounts(sam, { order: 2, vocabulary: Vocabulary.of(sam.flat(), choice) });
  expect(counts.vocabulary.tokens).toEqual(['</s>', '<unk>', 'i', 'am', 'sam']);
  expect(counts.count(['<unk>'])).toBe(7);
  expect(counts.count(['green', 'eggs'])).toBe(6); // any unknown word after another
});

test('takes any text: no words, one word, half characters, a longer order than sentence', () => {
  expect(new NgramCounts([[]], { order: 3 }).vocabulary.tokens).toEqual(['</s>']);
  expect(new NgramCounts([['one']], { order: 9 }).count(['one', '</s>'])).toBe(1);
  const half = '\ud83d';
  expect(new NgramCounts([[half, half]], { order: 2 }).count([half, half])).toBe(1);
});

test('counts ten million characters on one line in seconds', () => {
  const line = characterTokenizer.split('the quick brown fox jumps over the lazy dog '.repeat(230_000));
  expect(line.length).toBeGreaterThan(10e6);
  const begun = performance.now();
  const counts = new NgramCounts([line], { order: 3 });
  expect(performance.now() - begun).toBeLessThan(30_000); // 1.4 s alone; this is a machine that is busy
  expect(counts.count(['t', 'h', 'e'])).toBe(460_000);
});

test.each<[string, () => unknown, string]>([
  [
    'no sentences',
    () => new NgramCounts([], { order: 2 }),
    'NgramCounts: expected at least one sentence, got none',
  ],
  [
    'order 0',
    () => new NgramCounts(sam, { order: 0 }),
    'NgramCounts: expected a whole number of tokens in an n-gram of at least 1, got 0',
  ],
  [
    'an end inside of a sentence',
    () => new NgramCounts([['a', '</s>', 'b']], { order: 2 }),
    'NgramCounts: expected a sentence without </s>, got one that holds it',
  ],
  [
    'a vocabulary without the end',
    () => new NgramCounts(sam, { order: 2, vocabulary: new Vocabulary(['i']) }),
    "NgramCounts: expected a vocabulary with the end of a sentence, got one without. Give it { special: ['</s>'] }.",
  ],
  [
    'a word outside of the vocabulary',
    () => new NgramCounts(sam, { order: 2, vocabulary: new Vocabulary(['i'], { special: ['</s>'] }) }),
    'Vocabulary: token "am" is not among the 2 known ones',
  ],
  [
    'too long an n-gram',
    () => new NgramCounts(sam, { order: 2 }).count(['i', 'am', 'sam']),
    'NgramCounts.count: expected at most 2 tokens, got 3',
  ],
])('refuses %s', (_, work, message) => {
  expect(work).toThrow(message);
});
