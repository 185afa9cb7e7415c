import fc from 'fast-check';
import { exactMatches } from 'lineage';

test('by length, the short ones first; lengths that do not occur are left out', () => {
  const row = (written: string, length: number) => ({ written, reference: 'hello', length });
  expect(exactMatches([row('hello', 9), row('hello', 2), row('hi', 3), row('hi', 8)], 4)).toEqual([
    { from: 0, to: 3, sentences: 2, exact: 0.5 },
    { from: 8, to: 11, sentences: 2, exact: 0.5 },
  ]);
  expect(exactMatches([], 4)).toEqual([]);
});

test('every sentence is counted once, in its row', () => {
  const some = fc.record({
    written: fc.constantFrom('a', 'b'),
    reference: fc.constantFrom('a', 'b'),
    length: fc.nat(30),
  });
  fc.assert(
    fc.property(fc.array(some), fc.integer({ min: 1, max: 9 }), (translations, width) => {
      const rows = exactMatches(translations, width);
      for (const { from, to, sentences, exact } of rows) {
        const inside = translations.filter(({ length }) => length >= from && length <= to);
        expect(inside).toHaveLength(sentences);
        expect(inside.filter(({ written, reference }) => written === reference)).toHaveLength(
          Math.round(exact * sentences),
        );
      }
      expect(rows.reduce((sum, { sentences }) => sum + sentences, 0)).toBe(translations.length);
    }),
  );
});

test('refuses widths and lengths that cannot be', () => {
  const row = { written: '', reference: '', length: -1 };
  expect(() => exactMatches([], 0)).toThrow(
    'exactMatches: expected a whole number of lengths to put together of at least 1, got 0',
  );
  expect(() => exactMatches([row], 4)).toThrow(
    'exactMatches: expected a whole number of tokens in a source of at least 0, got -1',
  );
});
