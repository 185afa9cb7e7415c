import fc from 'fast-check';
import { katzBackOff, NgramCounts, NgramModel, sentenceEnd } from 'lineage';
import { context, corpus, order, sam } from './corpora';
import { NaiveCounts } from './naive-counts';

test('takes 0.75 from each count and gives it to the unseen by the shorter context', () => {
  const model = new NgramModel(new NgramCounts(sam, { order: 2 }), katzBackOff());
  // after i: am twice, do once
  expect(model.probability('am', ['i'])).toBeCloseTo((2 - 0.75) / 3, 12);
  // All 11 words were seen, so the shortest context counts plainly: ham 1/17; am and do have 2/17 and 1/17
  const unseen = 1 - 3 / 17;
  expect(model.probability('ham', ['i'])).toBeCloseTo(((0.75 * 2) / 3 / unseen) * (1 / 17), 12);
});

test('agrees with the definition, by strings', () => {
  const d = 0.4;
  fc.assert(
    fc.property(corpus, order, context, (sentences, order, before) => {
      const model = new NgramModel(new NgramCounts(sentences, { order }), katzBackOff(d));
      const naive = new NaiveCounts(sentences, order);
      const V = naive.vocabulary.length;
      const after = (h: readonly string[]): ((token: string) => number) => {
        const shorter = h.length ? after(h.slice(1)) : () => 1 / V;
        const all = naive.total(h);
        if (all === 0) return shorter;
        const seen = naive.vocabulary.filter((token) => naive.count([...h, token]) > 0);
        const loss = seen.length === V ? 0 : d;
        const rest = naive.vocabulary.filter((token) => !seen.includes(token));
        const restMass = rest.reduce((sum, token) => sum + shorter(token), 0);
        return (token) =>
          seen.includes(token)
            ? (naive.count([...h, token]) - loss) / all
            : ((loss * seen.length) / all / restMass) * shorter(token);
      };
      const padded = [...Array<string>(order - 1).fill('<s>'), ...before];
      const expected = after(order > 1 ? padded.slice(1 - order) : []);
      for (const token of [sentenceEnd, ...sentences.flat()])
        expect(model.probability(token, before)).toBeCloseTo(expected(token), 10);
    }),
    { numRuns: 40 },
  );
});

test.each([0, 1, Number.NaN])('refuses a discount of %p', (discount) => {
  expect(() => katzBackOff(discount)).toThrow(
    `katzBackOff: expected a discount above 0 and below 1, got ${discount}`,
  );
});
