import fc from 'fast-check';
import { Rng } from 'lineage';

const draws = (n: number, draw: () => number) => Float64Array.from({ length: n }, draw);
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
const moment = (values: Float64Array, power: number) => mean(values.map((value) => value ** power));

/** xoroshiro128+ as published (Blackman and Vigna, 2021, figure 1), in whole 64-bit words. */
function* xoroshiro128plus([s01, s00, s11, s10]: readonly number[]): Generator<bigint> {
  const word = (high: number, low: number) =>
    BigInt.asUintN(64, (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0));
  const rotate = (x: bigint, k: bigint) => BigInt.asUintN(64, (x << k) | (x >> (64n - k)));
  let [s0, s1] = [word(s01, s00), word(s11, s10)];
  for (;;) {
    yield BigInt.asUintN(64, s0 + s1);
    s1 ^= s0;
    s0 = rotate(s0, 24n) ^ s1 ^ BigInt.asUintN(64, s1 << 16n);
    s1 = rotate(s1, 37n);
  }
}

test('the stream is xoroshiro128+: uniform() takes 27 and 26 bits of the lower halves of two outputs', () => {
  for (const seed of [0, 1, 42, -7, 2 ** 31 - 1]) {
    const rng = new Rng(seed);
    const reference = xoroshiro128plus(rng.state.words);
    const lower = () => BigInt.asUintN(32, reference.next().value);
    for (let draw = 0; draw < 100; draw++) {
      const upper = lower() >> 5n;
      expect(rng.uniform()).toBe(Number((upper << 26n) | (lower() >> 6n)) / 2 ** 53);
    }
  }
});

test('the numbers of a seed stay what they are', () => {
  const rng = new Rng(42);
  expect([rng.uniform(), rng.uniform(-1, 1), rng.normal(), rng.normal(5, 0.1)]).toEqual([
    0.7801086660183212, 0.025900801557078523, -0.22093247574851577, 5.030943260932005,
  ]);
  expect([rng.integer(10), rng.integer(1000), ...rng.permutation(8)]).toEqual([
    1, 354, 6, 7, 1, 0, 5, 3, 2, 4,
  ]);
  expect([rng.fork('init').seed, rng.fork('data').seed, rng.fork(1).seed]).toEqual([
    -1589204634, 466335231, -1874492750,
  ]);
});

test('neighbouring seeds differ from the first draw on', () => {
  for (let skip = 0; skip < 4; skip++) {
    const first = Float64Array.from({ length: 2000 }, (_, seed) => {
      const rng = new Rng(seed);
      for (let draw = 0; draw < skip; draw++) rng.uniform();
      return rng.uniform();
    });
    // Four standard errors of a mean and of a mean square of 2,000 uniform numbers.
    expect(Math.abs(mean(first) - 1 / 2)).toBeLessThan(4 * Math.sqrt(1 / 12 / 2000));
    expect(Math.abs(moment(first, 2) - 1 / 3)).toBeLessThan(4 * Math.sqrt(4 / 45 / 2000));
  }
});

test('uniform fills its range evenly (χ² over 100 bins)', () => {
  const rng = new Rng(11);
  const [n, bins] = [200_000, 100];
  const counts = new Array(bins).fill(0);
  const values = draws(n, () => rng.uniform(-2, 3));
  expect(values.filter((value) => value < -2 || value >= 3)).toHaveLength(0);
  for (const value of values) counts[Math.floor(((value + 2) / 5) * bins)]++;
  const chi2 = counts.reduce((sum, count) => sum + (count - n / bins) ** 2 / (n / bins), 0);
  // 99 degrees of freedom: 1 in 1,000 exceeds 148, 1 in 1,000 stays below 60.
  expect(chi2).toBeGreaterThan(60);
  expect(chi2).toBeLessThan(148);
});

test('normal has the moments 0, 1, 0, 3, and one in 22 draws outside of two deviations', () => {
  const rng = new Rng(12);
  const n = 200_000;
  const values = draws(n, () => rng.normal());
  // Four standard errors each: the variances of x, x², x³, x⁴ are 1, 2, 15, 96.
  [0, 1, 0, 3].forEach((expected, index) => {
    const error = 4 * Math.sqrt([1, 2, 15, 96][index] / n);
    expect(Math.abs(moment(values, index + 1) - expected)).toBeLessThan(error);
  });
  const outside = values.filter((value) => Math.abs(value) > 2).length / n;
  expect(Math.abs(outside - 0.0455)).toBeLessThan(4 * Math.sqrt((0.0455 * 0.9545) / n));
});

test('integer takes every value below its bound equally often', () => {
  const rng = new Rng(13);
  const n = 60_000;
  const counts = new Array(6).fill(0);
  for (let draw = 0; draw < n; draw++) counts[rng.integer(6)]++;
  for (const count of counts) expect(Math.abs(count - n / 6)).toBeLessThan(4 * Math.sqrt((n * 5) / 36));
});

test('permutation holds every number once', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(200), (seed, length) => {
      const order = new Rng(seed).permutation(length);
      expect(Array.from(order).sort((a, b) => a - b)).toEqual(Array.from({ length }, (_, index) => index));
    }),
  );
});

test('permutation of three comes in all six orders equally often', () => {
  const rng = new Rng(14);
  const n = 12_000;
  const counts = new Map<string, number>();
  for (let draw = 0; draw < n; draw++) {
    const order = rng.permutation(3).join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values())
    expect(Math.abs(count - n / 6)).toBeLessThan(4 * Math.sqrt((n * 5) / 36));
});

test('a fork depends on seed and label, not on how much was drawn', () => {
  fc.assert(
    fc.property(fc.integer(), fc.string(), fc.nat(20), (seed, label, drawn) => {
      const [fresh, used] = [new Rng(seed), new Rng(seed)];
      for (let draw = 0; draw < drawn; draw++) used.uniform();
      expect(used.fork(label).state).toEqual(fresh.fork(label).state);
    }),
  );
});

test('forks of other labels, and the stream itself, are uncorrelated', () => {
  const n = 20_000;
  const rng = new Rng(15);
  const streams = [rng.fork('a'), rng.fork('b'), rng.fork(0), rng.fork(1), rng];
  const values = streams.map((stream) => draws(n, () => stream.uniform() - 0.5));
  values.forEach((one, index) => {
    for (const other of values.slice(index + 1)) {
      const correlation = mean(one.map((value, place) => value * other[place])) * 12;
      expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(n));
    }
  });
});

test('restore goes on where the stream stood, also through JSON', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(50), (seed, drawn) => {
      const rng = new Rng(seed);
      for (let draw = 0; draw < drawn; draw++) rng.uniform();
      const restored = Rng.restore(JSON.parse(JSON.stringify(rng.state)));
      expect(restored.fork('x').seed).toBe(rng.fork('x').seed);
      expect(draws(10, () => restored.normal())).toEqual(draws(10, () => rng.normal()));
    }),
  );
});

test('a seed or a bound that is no integer is refused by name', () => {
  expect(() => new Rng(0.5)).toThrow('Rng: expected an integer seed, got 0.5');
  expect(() => new Rng(Number.NaN)).toThrow('Rng: expected an integer seed, got NaN');
  for (const bound of [0, -1, 1.5])
    expect(() => new Rng(0).integer(bound)).toThrow(
      `Rng.integer: expected a bound of at least 1, got ${bound}`,
    );
});
