import * as fc from 'fast-check';
import { keepProbabilities, NoiseDistribution, Rng } from 'lineage';

test('words are drawn as often as count^¾ says', () => {
  const counts = [1000, 0, 1, 16, 81, 256];
  const noise = new NoiseDistribution(counts);
  const sum = counts.reduce((total, count) => total + count ** 0.75, 0);
  const draws = 200_000;
  const drawn = new Float64Array(counts.length);
  const rng = new Rng(1);
  for (let draw = 0; draw < draws; draw++) drawn[noise.draw(rng)]++;
  counts.forEach((count, word) => {
    const probability = count ** 0.75 / sum;
    expect(noise.probabilities[word]).toBeCloseTo(probability, 12);
    const deviation = Math.sqrt(probability * (1 - probability) * draws);
    expect(Math.abs(drawn[word] - probability * draws)).toBeLessThanOrEqual(4 * deviation);
  });
});

test('a word that never occurs is never drawn, whatever the counts', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1e6), { minLength: 1, maxLength: 30 }), fc.integer(), (counts, seed) => {
      fc.pre(counts.some((count) => count > 0));
      const noise = new NoiseDistribution(counts);
      const rng = new Rng(seed);
      for (let draw = 0; draw < 50; draw++) expect(counts[noise.draw(rng)]).toBeGreaterThan(0);
    }),
  );
});

test('counts of nothing are refused', () => {
  for (const counts of [[], [0, 0], [Number.NaN]])
    expect(() => new NoiseDistribution(counts)).toThrow(
      'NoiseDistribution: expected counts with a sum above 0',
    );
});

test('a word is kept with √(t / f), rare words always', () => {
  // shares 0.9, 0.09, 0.01, and a word that is not there
  const keep = keepProbabilities([900, 90, 10, 0], 0.01);
  expect(keep[0]).toBeCloseTo(Math.sqrt(0.01 / 0.9), 12);
  expect(keep[1]).toBeCloseTo(Math.sqrt(0.01 / 0.09), 12);
  expect([...keep.slice(2)]).toEqual([1, 1]);
  expect([...keepProbabilities([900, 1], Infinity)]).toEqual([1, 1]);
  expect(() => keepProbabilities([1], 0)).toThrow('keepProbabilities: expected a threshold above 0, got 0');
});
