import fc from 'fast-check';
import { chronoBias, dispose, Gru, Lstm, Rng, Rnn } from 'lineage';
import { expectNoLeak } from '../../../leaks';

test('each unit keeps t/(1 + t) of its memory, t in the range, and an Lstm lets in what it does not keep', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 0, max: 99 }),
      (seed, from, more) => {
        const [lstm, gru] = [new Lstm(2, 4, new Rng(0)), new Gru(2, 4, new Rng(0))];
        const range = { shortest: from, longest: from + more };
        chronoBias(lstm, range, new Rng(seed));
        chronoBias(gru, range, new Rng(seed));
        const input = [...lstm.layers[0].ahead.inputBias.dataSync().subarray(0, 4)];
        const forget = [...lstm.layers[0].ahead.inputBias.dataSync().subarray(4, 8)];
        expect([...gru.layers[0].ahead.inputBias.dataSync().subarray(4, 8)]).toEqual(forget);
        forget.forEach((bias, unit) => {
          expect(Math.exp(bias)).toBeGreaterThan(from - 1e-3);
          expect(Math.exp(bias)).toBeLessThan(from + more + 1e-3);
          expect(input[unit] + bias).toBe(0);
        });
        dispose([lstm, gru]);
      },
    ),
    { numRuns: 30 },
  );
});

test('lengths are even over the range, half of them in its upper half', () => {
  const gru = new Gru(1, 2_000, new Rng(0));
  chronoBias(gru, { longest: 101 }, new Rng(5));
  const lengths = [...gru.layers[0].ahead.inputBias.dataSync().subarray(2_000, 4_000)].map(Math.exp);
  expect(Math.abs(lengths.filter((t) => t > 51).length / 1_000 - 1)).toBeLessThan(0.1);
  dispose(gru);
});

test('refuses a network without gates, and ranges that are none', () => {
  const [rnn, lstm] = [new Rnn(2, 3, new Rng(0)), new Lstm(2, 3, new Rng(0))];
  expect(() => chronoBias(rnn, { longest: 5 }, new Rng(0))).toThrow(
    'chronoBias: expected an Lstm or a Gru, got an Rnn, which has no gate to keep a memory with',
  );
  const wrong =
    "chronoBias: expected a range of steps that begins at 1 or later and doesn't end before it begins, got";
  expect(() => chronoBias(lstm, { longest: 0.5 }, new Rng(0))).toThrow(`${wrong} 1 … 0.5`);
  expect(() => chronoBias(lstm, { shortest: 80, longest: 5 }, new Rng(0))).toThrow(`${wrong} 80 … 5`);
  expect(() => chronoBias(lstm, { shortest: 0, longest: 5 }, new Rng(0))).toThrow(`${wrong} 0 … 5`);
  expect(() => chronoBias(lstm, { longest: Number.NaN }, new Rng(0))).toThrow(`${wrong} 1 … NaN`);
  dispose([rnn, lstm]);
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const lstm = new Lstm(2, 3, new Rng(0));
    chronoBias(lstm, { longest: 5 }, new Rng(0));
    dispose(lstm);
  });
});
