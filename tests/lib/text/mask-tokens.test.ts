import fc from 'fast-check';
import { Rng } from 'lineage';
import { maskTokens, padding, sentenceRow } from 'lineage/text';

const special = [0, 1, 2, 3, 4];
const options = { mask: 4, special, vocabulary: 50 };
const row = [1, ...Array.from({ length: 100 }, (_, i) => 5 + (i % 45)), 2, 0, 0, 0];

test('15 in 100 are chosen; of these 80 in 100 are hidden, 10 replaced, 10 stay', () => {
  const rng = new Rng(1);
  const counts = { hidden: 0, stayed: 0, replaced: 0 };
  for (let time = 0; time < 1000; time++) {
    const { ids, labels } = maskTokens(row, options, rng);
    const chosen = [...labels.keys()].filter((place) => labels[place] !== padding);
    expect(chosen).toHaveLength(15);
    for (const place of chosen) {
      expect(labels[place]).toBe(row[place]);
      counts[ids[place] === 4 ? 'hidden' : ids[place] === row[place] ? 'stayed' : 'replaced']++;
    }
    for (const [place, id] of ids.entries()) if (!chosen.includes(place)) expect(id).toBe(row[place]);
  }
  // Of 15,000 draws; the random token is the true one in 1 of 45. Bounds of four standard deviations.
  const near = (count: number, share: number) =>
    expect(Math.abs(count - 15_000 * share)).toBeLessThan(4 * Math.sqrt(15_000 * share * (1 - share)));
  near(counts.hidden, 0.8);
  near(counts.replaced, 0.1 * (44 / 45));
  near(counts.stayed, 0.1 + 0.1 / 45);
});

test('special tokens are never chosen nor put in; the random ones are all of the others', () => {
  const put = new Set<number>();
  const all = { ...options, rate: 1, hidden: 0, replaced: 1 };
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 49 }), { minLength: 1, maxLength: 40 }),
      fc.nat(),
      (ids, seed) => {
        fc.pre(ids.some((id) => id > 4));
        const masked = maskTokens(ids, all, new Rng(seed));
        for (const [place, id] of ids.entries()) {
          if (id <= 4) expect([masked.ids[place], masked.labels[place]]).toEqual([id, padding]);
          else {
            expect(masked.labels[place]).toBe(id);
            expect(masked.ids[place]).toBeGreaterThan(4);
            put.add(masked.ids[place]);
          }
        }
      },
    ),
  );
  expect(put.size).toBe(45);
});

test('places are chosen evenly', () => {
  const rng = new Rng(2);
  const chosen = new Array(10).fill(0);
  for (let time = 0; time < 5000; time++)
    maskTokens([5, 6, 7, 8, 9, 10, 11, 12, 13, 14], options, rng).labels.forEach((label, place) => {
      chosen[place] += Number(label !== padding);
    });
  // 10 tokens · 0.15 rounds to 2
  expect(chosen.reduce((a, b) => a + b)).toBe(10_000);
  for (const count of chosen) expect(Math.abs(count - 1000)).toBeLessThan(4 * Math.sqrt(5000 * 0.2 * 0.8));
});

test('a word of several pieces is chosen as a whole, and only as many words as fit', () => {
  // Pieces 40 and above go on with the word before them.
  const pieces = [1, 5, 40, 41, 6, 7, 42, 8, 9, 10, 2];
  const whole = { ...options, rate: 0.4, continues: (id: number) => id >= 40 };
  const seen = new Set<string>();
  for (let seed = 0; seed < 200; seed++) {
    const { labels } = maskTokens(pieces, whole, new Rng(seed));
    const isChosen = (...places: number[]) => places.map((place) => labels[place] !== padding);
    expect(new Set(isChosen(1, 2, 3)).size).toBe(1);
    expect(new Set(isChosen(5, 6)).size).toBe(1);
    const count = labels.filter((label) => label !== padding).length;
    expect(count).toBeLessThanOrEqual(4);
    seen.add(labels.join());
  }
  expect(seen.size).toBeGreaterThan(10);
  // A piece at the beginning, or behind a special token, is a word of its own.
  expect(maskTokens([40, 1, 41], { ...whole, rate: 1 }, new Rng(0)).labels).toEqual(Int32Array.of(40, 0, 41));
});

test('one token at least; the same seed the same, another one another', () => {
  expect(maskTokens([1, 9, 2], { ...options, rate: 0.01 }, new Rng(3)).labels).toEqual(
    Int32Array.of(0, 9, 0),
  );
  const masked = (seed: number) => maskTokens(row, options, new Rng(seed));
  expect(masked(3)).toEqual(masked(3));
  expect(masked(3)).not.toEqual(masked(4));
});

test('a word longer than its share is chosen all the same, alone', () => {
  const { labels } = maskTokens([5, 40, 41], { ...options, continues: (id) => id >= 40 }, new Rng(0));
  expect(labels).toEqual(Int32Array.of(5, 40, 41));
});

test.each([
  [row, { rate: 0 }, 'maskTokens: expected a rate above 0 and at most 1, got 0'],
  [row, { rate: 1.5 }, 'maskTokens: expected a rate above 0 and at most 1, got 1.5'],
  [row, { rate: Number.NaN }, 'maskTokens: expected a rate above 0 and at most 1, got NaN'],
  [row, { hidden: 0.9, replaced: 0.2 }, 'together are at most 1, got 0.9 and 0.2'],
  [[1, 2, 0], {}, "maskTokens: expected at least one token that isn't special, got [1,2,0]"],
  [[], {}, "maskTokens: expected at least one token that isn't special, got []"],
])('refuses %j with %j', (ids, wrong, message) => {
  expect(() => maskTokens(ids, { ...options, ...wrong }, new Rng(0))).toThrow(message);
});

test('sentenceRow: begin, tokens, end, padding', () => {
  expect(sentenceRow([7, 9], 6)).toEqual(Int32Array.of(1, 7, 9, 2, 0, 0));
  expect(sentenceRow([7, 9], 4)).toEqual(Int32Array.of(1, 7, 9, 2));
  expect(() => sentenceRow([], 6)).toThrow(
    'sentenceRow: expected a sentence of at least one token, got none',
  );
  expect(() => sentenceRow([7, 8, 9], 4)).toThrow(
    'sentenceRow: expected at most 2 tokens, so that begin and end fit into 4, got 3',
  );
});
