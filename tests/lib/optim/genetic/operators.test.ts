import * as fc from 'fast-check';
import { Rng } from 'lineage';
import {
  type Candidate,
  integerMutation,
  normalMutation,
  offspring,
  tournament,
  uniformCrossover,
} from 'lineage/optim';

const crowd = (...fitness: number[]): Candidate[] =>
  fitness.map((value) => ({ genes: Float32Array.of(value), fitness: value }));

test('a tournament of one is a draw, a larger one favours the better as probability says', () => {
  const rng = new Rng(3);
  const population = crowd(4, 3, 2, 1);
  const share = (size: number) => {
    const wins = Array.from({ length: 4000 }, () => tournament(population, size, rng).fitness);
    return wins.filter((value) => value === 4).length / 4000;
  };
  // the best of four meets at least once in k draws: 1 − (3/4)ᵏ
  expect(share(1)).toBeCloseTo(1 / 4, 1);
  expect(share(3)).toBeCloseTo(1 - (3 / 4) ** 3, 1);
  expect(() => tournament(population, 5, rng)).toThrow(
    'tournament: expected at most the population’s 4 candidates, got 5',
  );
  expect(() => tournament(population, 0, rng)).toThrow(
    'tournament: expected a whole number of candidates of at least 1, got 0',
  );
});

test('a child of two has each gene from one of them, about half from each', () => {
  const [a, b] = [new Float32Array(1000).fill(1), new Float32Array(1000).fill(2)];
  const child = uniformCrossover(a, b, new Rng(5));
  expect(new Set(child)).toEqual(new Set([1, 2]));
  const fromA = child.filter((gene) => gene === 1).length;
  expect(Math.abs(fromA - 500)).toBeLessThan(80);
  expect([a[0], b[0]]).toEqual([1, 2]);
  expect(() => uniformCrossover(a, b.subarray(1), new Rng(5))).toThrow(
    'uniformCrossover: expected parents with as many genes, got 1000 and 999',
  );
});

test('normal mutation moves by its deviation, on average not at all, and not in place', () => {
  const genes = new Float32Array(5000).fill(10);
  const moved = normalMutation(2)(genes, new Rng(7)).map((gene) => gene - 10);
  const mean = moved.reduce((sum, move) => sum + move, 0) / 5000;
  const square = moved.reduce((sum, move) => sum + move * move, 0) / 5000;
  expect(Math.abs(mean)).toBeLessThan(0.15);
  expect(Math.abs(square - 4)).toBeLessThan(0.4);
  expect(new Set(genes)).toEqual(new Set([10]));
  expect(normalMutation(0)(genes, new Rng(7))).toEqual(genes);
  for (const wrong of [-1, Number.NaN, Infinity])
    expect(() => normalMutation(wrong)).toThrow(
      `normalMutation: expected a deviation of at least 0, got ${wrong}`,
    );
});

test('integer mutation stays in its range, changes the share it is told, and reaches every integer', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: -5, max: 5 }), fc.nat(6), (seed, low, width) => {
      const mutate = integerMutation({ rate: 1, low, high: low + width });
      const genes = mutate(new Float32Array(200), new Rng(seed));
      expect(new Set(genes)).toEqual(new Set(Array.from({ length: width + 1 }, (_, step) => low + step)));
    }),
    { numRuns: 30 },
  );
  const changed = integerMutation({ rate: 0.2, low: 1, high: 3 })(new Float32Array(5000), new Rng(1));
  expect(changed.filter((gene) => gene !== 0).length / 5000).toBeCloseTo(0.2, 1);
  expect(integerMutation({ rate: 0, low: 1, high: 3 })(Float32Array.of(9), new Rng(1))).toEqual(
    Float32Array.of(9),
  );
  expect(() => integerMutation({ rate: 1.1, low: 0, high: 1 })).toThrow(
    'integerMutation: expected a rate from 0 to 1, got 1.1',
  );
  expect(() => integerMutation({ rate: Number.NaN, low: 0, high: 1 })).toThrow('got NaN');
  expect(() => integerMutation({ rate: 1, low: 2, high: 1 })).toThrow(
    'integerMutation: expected integers from low up to high, got 2 and 1',
  );
  expect(() => integerMutation({ rate: 1, low: 0.5, high: 1 })).toThrow('got 0.5 and 1');
});

test('offspring keep the elites as they are, and are as many as their parents', () => {
  const population = crowd(5, 4, 3, 2, 1);
  const next = offspring(
    population,
    { tournament: 2, elites: 2, mutate: (genes) => genes.map((gene) => gene + 100) },
    new Rng(2),
  );
  expect(next).toHaveLength(5);
  expect(next.slice(0, 2)).toEqual([population[0].genes, population[1].genes]);
  for (const [gene] of next.slice(2)) expect(gene).toBeGreaterThan(100);
});
