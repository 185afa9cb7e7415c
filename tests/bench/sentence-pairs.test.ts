import { Rng } from 'lineage';
import { sentencePairs } from '../../bench/ours/sentence-pairs';

const sizes = { sourceVocabulary: 30, targetVocabulary: 25, sourceLength: 8, targetLength: 9 };
const [count, batch] = [3, 10];

test('sentencePairs() are given one token later than they are to be written, and padded with 0', async () => {
  const { x, y } = await sentencePairs({ ...sizes, batch }, count, new Rng(1));
  expect([x.shape, y.shape]).toEqual([
    [count, batch, 17],
    [count, batch, 9],
  ]);
  const lengths = new Set<number>();
  const dictionary = new Map<number, number>();
  for (let row = 0; row < count * batch; row++) {
    const [source, given, written] = [
      [...x.data.slice(row * 17, row * 17 + 8)],
      [...x.data.slice(row * 17 + 8, row * 17 + 17)],
      [...y.data.slice(row * 9, row * 9 + 9)],
    ].map((tokens) => tokens.slice(0, tokens.includes(0) ? tokens.indexOf(0) : undefined));
    lengths.add(source.length);
    expect(given).toEqual([1, ...written.slice(0, -1)]);
    expect(written[written.length - 1]).toBe(2);
    // The same word is always translated by the same, in reverse order.
    for (const [place, word] of source.entries()) {
      const translated = written[source.length - 1 - place];
      expect(dictionary.get(word) ?? translated).toBe(translated);
      dictionary.set(word, translated);
    }
  }
  expect([...lengths].sort()).toEqual([5, 6, 7, 8]);
  expect(Math.max(...x.data, ...y.data)).toBeLessThan(25);
});
