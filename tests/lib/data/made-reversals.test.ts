import fc from 'fast-check';
import { madeReversals } from 'lineage/data';

const config = { seed: 14, size: 2000, letters: 10, shortest: 3, longest: 18 };

describe('madeReversals', () => {
  const { pairs, provenance } = madeReversals(config);

  test('the same seed makes the same, another one others', () => {
    expect(madeReversals({ ...config, size: 40 }).pairs).toEqual(pairs.slice(0, 40));
    expect(madeReversals({ ...config, size: 40, seed: 15 }).pairs).not.toEqual(pairs.slice(0, 40));
    expect(provenance.from).toBe(
      'madeReversals({ seed: 14, size: 2000, letters: 10, shortest: 3, longest: 18 })',
    );
  });

  test('each row once; all its letters, all its lengths', () => {
    expect(new Set(pairs.map(({ source }) => source)).size).toBe(2000);
    const rows = pairs.map(({ source }) => source.split(' '));
    expect([...new Set(rows.flat())].sort().join('')).toBe('abcdefghij');
    const lengths = [...new Set(rows.map(({ length }) => length))].sort((a, b) => a - b);
    expect(lengths).toEqual(Array.from({ length: 16 }, (_, i) => 3 + i));
    const long = rows.filter(({ length }) => length === 18).length / rows.length; // 1/16 ± 4 deviations
    expect(long).toBeGreaterThan(0.04);
    expect(long).toBeLessThan(0.085);
  });

  test('a target is its source backwards', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 2, max: 26 }), (seed, letters) => {
        const made = madeReversals({ seed, letters, size: 5, shortest: 1, longest: 12 });
        for (const { source, target } of made.pairs)
          expect(target.split(' ').reverse().join(' ')).toBe(source);
      }),
    );
  });

  test('refuses sizes that cannot be', () => {
    const make = (change: Partial<typeof config>) => () => madeReversals({ ...config, ...change });
    expect(make({ size: 0 })).toThrow('madeReversals: expected a whole number of pairs of at least 1, got 0');
    expect(make({ letters: 1 })).toThrow('expected a whole number of letters of at least 2, got 1');
    expect(make({ letters: 27 })).toThrow('madeReversals: expected at most 26 different letters, got 27');
    expect(make({ shortest: 0 })).toThrow('letters of the shortest row of at least 1, got 0');
    expect(make({ longest: 2 })).toThrow('letters of the longest row of at least 3, got 2');
    expect(make({ letters: 2, shortest: 1, longest: 2, size: 7 })).toThrow(
      'madeReversals: expected 7 different rows of 1–2 out of 2 letters, found 6. Make them longer',
    );
  });
});
