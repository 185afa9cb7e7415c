import fc from 'fast-check';
import { bleu } from 'lineage';

const words = (text: string) => text.split(' ');
const sentence = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 4, maxLength: 9 });

test('a translation that is its reference scores 1, any other less', () => {
  fc.assert(
    fc.property(sentence, sentence, (one, other) => {
      expect(bleu([one], [[one]]).score).toBeCloseTo(1, 12);
      const { score } = bleu([one], [[other]]);
      expect(score).toBeLessThanOrEqual(1 + 1e-12);
      expect(score).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('more references never lower the matches', () => {
  fc.assert(
    fc.property(sentence, sentence, sentence, (hypothesis, one, other) => {
      const alone = bleu([hypothesis], [[one]]).matches;
      const both = bleu([hypothesis], [[one, other]]).matches;
      for (const [order, count] of both.entries()) expect(count).toBeGreaterThanOrEqual(alone[order]);
    }),
  );
});

test('the order of sentences does not matter', () => {
  const hypotheses = [words('the cat is on the mat'), words('there is a dog')];
  const references = [[words('the cat sat on the mat')], [words('there is a dog here')]];
  const turned = bleu([...hypotheses].reverse(), [...references].reverse()).score;
  expect(bleu(hypotheses, references).score).toBeCloseTo(turned, 12);
});

test('an empty translation scores 0', () => {
  expect(bleu([[]], [[words('a b')]])).toMatchObject({ score: 0, brevityPenalty: 0 });
});

test('refuses missing references', () => {
  expect(() => bleu([], [])).toThrow('bleu: expected at least one translation, and references for each');
  expect(() => bleu([['a']], [[]])).toThrow('bleu: expected a reference for translation 0, got none');
  expect(() => bleu([['a'], ['b']], [[['a']]])).toThrow('got 2 translations and references for 1');
});
