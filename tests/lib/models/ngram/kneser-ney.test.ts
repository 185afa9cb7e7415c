import fc from 'fast-check';
import { kneserNey, NgramCounts, NgramModel, sentenceEnd } from 'lineage';
import { context, corpus, order } from './corpora';
import { NaiveCounts } from './naive-counts';

test('a word that came after one word only is rare where the context is new', () => {
  // Francisco is as frequent as the, but always after san: Chen and Goodman's example
  const sentences = [...Array(4).fill('san francisco'), 'see the', 'on the', 'in the', 'at the'];
  const counts = new NgramCounts(
    sentences.map((line: string) => line.split(' ')),
    { order: 2 },
  );
  const model = new NgramModel(counts, kneserNey());
  expect(counts.count(['francisco'])).toBe(counts.count(['the']));
  expect(model.probability('the', ['never'])).toBeGreaterThan(2 * model.probability('francisco', ['never']));
});

test('agrees with the definition, by strings', () => {
  const d = 0.6;
  fc.assert(
    fc.property(corpus, order, context, (sentences, order, before) => {
      const model = new NgramModel(new NgramCounts(sentences, { order }), kneserNey(d));
      const naive = new NaiveCounts(sentences, order);
      const V = naive.vocabulary.length;
      const adjusted = (gram: readonly string[]) =>
        gram.length === order || gram[0] === '<s>' ? naive.count(gram) : naive.before(gram);
      const probability = (token: string, h: readonly string[]): number => {
        const shorter = h.length ? probability(token, h.slice(1)) : 1 / V;
        const all = naive.vocabulary.reduce((sum, one) => sum + adjusted([...h, one]), 0);
        if (all === 0) return shorter;
        return Math.max(adjusted([...h, token]) - d, 0) / all + ((d * naive.types(h)) / all) * shorter;
      };
      const padded = [...Array<string>(order - 1).fill('<s>'), ...before];
      const h = order > 1 ? padded.slice(1 - order) : [];
      for (const token of [sentenceEnd, ...sentences.flat()])
        expect(model.probability(token, before)).toBeCloseTo(probability(token, h), 10);
    }),
    { numRuns: 40 },
  );
});

test.each([0, 1, Number.NaN])('refuses a discount of %p', (discount) => {
  expect(() => kneserNey(discount)).toThrow(
    `kneserNey: expected a discount above 0 and below 1, got ${discount}`,
  );
});
