import fc from 'fast-check';
import { beamSearch, type Continuation } from 'lineage';

const [begin, end] = [0, 1];
/** A chain whose next token depends on the last one alone. */
const chain = (table: number[][]) => (beam: readonly Continuation[]) =>
  beam.map(({ tokens }) => table[tokens[tokens.length - 1]].map(Math.log));
const row = fc
  .array(fc.integer({ min: 1, max: 100 }), { minLength: 4, maxLength: 4 })
  .map((counts) => counts.map((count) => count / counts.reduce((a, b) => a + b)));
const table = fc.array(row, { minLength: 4, maxLength: 4 });

test('a beam of one is greedy search', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const [{ tokens }] = beamSearch(chain(rows), { begin, end, longest: 5, width: 1 });
      for (let index = 1; index < tokens.length; index++) {
        const chances = rows[tokens[index - 1]];
        expect(chances[tokens[index]]).toBe(Math.max(...chances));
      }
    }),
  );
});

test('a beam that drops nothing finds the likeliest text, at least as likely as any narrow beam', () => {
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 6 }), (rows, width) => {
      const search = (wide: number) => beamSearch(chain(rows), { begin, end, longest: 4, width: wide })[0];
      expect(search(4 ** 4).logProbability).toBeGreaterThanOrEqual(search(width).logProbability - 1e-12);
    }),
  );
});

test('tells which hypothesis each goes on from', () => {
  const seen: number[][] = [];
  const next = (beam: readonly Continuation[]) => {
    seen.push(beam.map(({ from }) => from));
    return beam.map(({ tokens }) =>
      (tokens.length === 1 ? [0.1, 0.1, 0.45, 0.35] : [0.7, 0.1, 0.1, 0.1]).map(Math.log),
    );
  };
  beamSearch(next, { begin, end, longest: 3, width: 2 });
  expect(seen[0]).toEqual([0]);
  expect(seen[1]).toEqual([0, 0]);
  expect(seen[2]).toEqual([0, 1]);
});

test('ends when all have ended, or when nothing can follow', () => {
  let calls = 0;
  const next = (beam: readonly Continuation[]) => {
    calls++;
    return beam.map(() => [-Infinity, 0, -Infinity, -Infinity]);
  };
  expect(beamSearch(next, { begin, end, longest: 9, width: 3 })).toEqual([
    { tokens: [begin, end], logProbability: 0, score: 0 },
  ]);
  expect(calls).toBe(1);
  const stuck = () => [new Array(4).fill(-Infinity)];
  expect(beamSearch(stuck, { begin, end, longest: 9, width: 3 })[0].tokens).toEqual([begin]);
});

test('refuses what makes no sense', () => {
  const fine = { begin, end, longest: 3, width: 2 };
  const next = chain([[1, 1, 1, 1]]);
  expect(() => beamSearch(next, { ...fine, width: 0 })).toThrow(
    'beamSearch: expected a whole number of hypotheses in the beam of at least 1, got 0',
  );
  expect(() => beamSearch(next, { ...fine, longest: 0 })).toThrow(
    'beamSearch: expected a whole number of tokens',
  );
  expect(() => beamSearch(next, { ...fine, lengthPenalty: -1 })).toThrow(
    'beamSearch: expected a length penalty of at least 0, got -1',
  );
  expect(() => beamSearch(() => [[Number.NaN]], fine)).toThrow(
    'beamSearch: expected log-probabilities of at most 0, got NaN',
  );
  expect(() => beamSearch(() => [], fine)).toThrow(
    'beamSearch: expected log-probabilities for 1 hypotheses, got 0',
  );
});
