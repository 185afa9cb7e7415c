import fc from 'fast-check';
import { chrf } from 'lineage';

// By hand: "a" against "ab" has one order, precision 1 and recall 1/2; F₂ = 5 · 1 · ½ / (4 · 1 + ½).
test('a worked example', () => {
  expect(chrf(['a'], [['ab']])).toBeCloseTo(5 / 9, 12);
});

// From sacrebleu 2.6 (CHRF with its defaults), divided by 100.
test.each([
  [['the cat is on the mat'], [['the cat sat on the mat']], 0.6192515129],
  [['hello'], [['hi there']], 0.0963338534],
  [
    ['i bought three books at school yesterday', 'he is here'],
    [['i bought three books at school yesterday'], ['she is here']],
    0.9786616299,
  ],
  [
    ['hello', 'good night to all'],
    [
      ['hello', 'hi'],
      ['good evening', 'good night'],
    ],
    0.8904377843,
  ],
  [['abcdefgh', 'x'], [['abcdefgh'], ['yy']], 0.9527542843],
  [['你好吗'], [['你好']], 0.875],
  [[''], [['x']], 0],
])('%j against %j', (translations, references, expected) => {
  expect(chrf(translations, references)).toBeCloseTo(expected, 9);
});

const text = fc.string({ minLength: 1, maxLength: 20 }).filter((each) => each.trim() !== '');

test('1 for the reference itself, never outside of 0 … 1, and spaces count for nothing', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(chrf([one], [[one]])).toBeCloseTo(1, 12);
      const score = chrf([one], [[other]]);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1 + 1e-12);
      expect(chrf([` ${one} `], [[other]])).toBe(score);
    }),
  );
});

test('an emoji is one character, not two halves', () => {
  expect(chrf(['😀'], [['😁']])).toBe(0);
});

test('refuses missing references', () => {
  expect(() => chrf([], [])).toThrow('chrf: expected at least one translation, and references for each');
  expect(() => chrf(['a'], [[]])).toThrow('chrf: expected a reference for translation 0, got none');
});
