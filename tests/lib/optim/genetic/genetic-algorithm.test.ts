import * as fc from 'fast-check';
import { Rng } from 'lineage';
import { type Generation, type GeneticOptions, geneticAlgorithm, normalMutation } from 'lineage/optim';
import type { Kernel } from '../../../../lib/kernel';

/** Minus the squared distance from (1, 1, …): best 0. */
const near = (genes: readonly Float32Array[]) =>
  genes.map((row) => -row.reduce((sum, gene) => sum + (gene - 1) ** 2, 0));

const options = (changes: Partial<GeneticOptions> = {}): GeneticOptions => ({
  population: 20,
  generations: 15,
  tournament: 3,
  elites: 2,
  start: (rng) => [rng.normal(), rng.normal(), rng.normal()],
  mutate: normalMutation(0.1),
  fitness: near,
  rng: new Rng(1),
  ...changes,
});

async function lives(changes: Partial<GeneticOptions> = {}): Promise<Generation[]> {
  const all: Generation[] = [];
  for await (const generation of geneticAlgorithm(options(changes))) all.push(generation);
  return all;
}

const genesOf = (all: readonly Generation[]) =>
  all.map(({ population }) => population.map(({ genes }) => Array.from(genes)));

test('comes near an answer that it was never shown the way to', async () => {
  const all = await lives({ generations: 40 });
  expect(all[0].best.fitness).toBeLessThan(-0.05);
  expect(all[39].best.fitness).toBeGreaterThan(-0.02);
  expect(Array.from(all[39].best.genes).map(Math.round)).toEqual([1, 1, 1]);
});

test('tells the step, the loss, the evaluations, and the population, best first', async () => {
  const all = await lives();
  all.forEach(({ step, steps, loss, best, population, evaluations }, index) => {
    expect([step, steps, evaluations]).toEqual([index + 1, 15, 20 * (index + 1)]);
    expect(loss).toBe(-best.fitness);
    expect(population).toHaveLength(20);
    expect(population[0]).toBe(best);
    const fitness = population.map((candidate) => candidate.fitness);
    expect(fitness).toEqual([...fitness].sort((a, b) => b - a));
    expect(fitness).toEqual(near(population.map(({ genes }) => genes)));
  });
});

test('elitism: the best never gets worse; without, it may', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer(),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 6 }),
      fc.double({ min: 0, max: 5, noNaN: true }),
      async (seed, elites, tournament, deviation) => {
        const mutate = normalMutation(deviation);
        const all = await lives({ population: 6, rng: new Rng(seed), elites, tournament, mutate });
        for (let step = 1; step < all.length; step++)
          expect(all[step].best.fitness).toBeGreaterThanOrEqual(all[step - 1].best.fitness);
      },
    ),
    { numRuns: 40 },
  );
  const lost = await lives({ elites: 0, mutate: normalMutation(5) });
  expect(lost.some(({ loss }, index) => index > 0 && loss > lost[index - 1].loss)).toBe(true);
});

test('the same seed lives through the same generations, whatever else was drawn, another one does not', async () => {
  const used = new Rng(1);
  used.uniform();
  const [one, two, other] = [await lives(), await lives({ rng: used }), await lives({ rng: new Rng(2) })];
  expect(genesOf(two)).toEqual(genesOf(one));
  expect(genesOf(other)).not.toEqual(genesOf(one));
});

test('a fitness may be a promise, and is asked once per generation, for all at once', async () => {
  const asked: number[] = [];
  const slow = async (genes: readonly Float32Array[]) => {
    asked.push(genes.length);
    return Promise.all(near(genes).map((value) => Promise.resolve(value)));
  };
  const all = await lives({ fitness: slow, generations: 3 });
  expect(asked).toEqual([20, 20, 20]);
  expect(genesOf(all)).toEqual(genesOf((await lives()).slice(0, 3)));
});

test('without mutation no gene appears that the first generation had not', async () => {
  const all = await lives({ mutate: normalMutation(0) });
  const first = genesOf(all)[0];
  for (const rows of genesOf(all))
    for (const row of rows)
      for (const [place, gene] of row.entries())
        expect(first.map((founder) => founder[place])).toContain(gene);
});

test('a population of one changes by mutation alone, or with an elite not at all', async () => {
  const alone = { population: 1, tournament: 1 } as const;
  const still = genesOf(await lives({ ...alone, elites: 1 }));
  expect(still).toEqual(still.map(() => still[0]));
  const moving = genesOf(await lives({ ...alone, elites: 0 }));
  expect(moving[1]).not.toEqual(moving[0]);
  const frozen = genesOf(await lives({ ...alone, elites: 0, mutate: normalMutation(0) }));
  expect(frozen).toEqual(frozen.map(() => frozen[0]));
});

test('where all are equally good it goes on, and the best stays the best', async () => {
  const all = await lives({ fitness: (genes) => genes.map(() => 7) });
  expect(all).toHaveLength(15);
  expect(all.map(({ best }) => best.fitness)).toEqual(all.map(() => 7));
});

test('a worthless candidate may count minus infinity', async () => {
  const strict = (genes: readonly Float32Array[]) =>
    near(genes).map((value, index) => (genes[index][0] < 0 ? -Infinity : value));
  const all = await lives({ fitness: strict });
  expect(all[14].best.genes[0]).toBeGreaterThanOrEqual(0);
});

test('no fitness that cannot be compared', async () => {
  const third = (genes: readonly Float32Array[]) => genes.map((_, index) => (index === 2 ? Number.NaN : 1));
  const start = () => [1, 2];
  await expect(lives({ fitness: third, start })).rejects.toThrow(
    'geneticAlgorithm: expected a fitness to compare by, got NaN for candidate 2, whose genes are [1, 2]',
  );
  await expect(lives({ fitness: () => [1, 2, 3] })).rejects.toThrow(
    'geneticAlgorithm: expected 20 fitnesses, one per candidate, got 3',
  );
  const failing = () => Promise.reject(new Error('no answer'));
  await expect(lives({ fitness: failing })).rejects.toThrow('no answer');
});

test.each<[Partial<GeneticOptions>, string]>([
  [{ population: 0 }, 'a whole number of candidates in the population of at least 1, got 0'],
  [{ generations: 1.5 }, 'a whole number of generations of at least 1, got 1.5'],
  [{ tournament: 0 }, 'a whole number of candidates in a tournament of at least 1, got 0'],
  [{ elites: -1 }, 'a whole number of elites of at least 0, got -1'],
  [{ tournament: 21 }, 'a tournament and elites of at most the population’s 20, got 21 and 2'],
  [{ elites: 21 }, 'a tournament and elites of at most the population’s 20, got 3 and 21'],
])('%j is refused at once', (changes, message) => {
  expect(() => geneticAlgorithm(options(changes))).toThrow(`geneticAlgorithm: expected ${message}`);
});

test('candidates of different lengths, or without genes, are refused', async () => {
  let made = 0;
  const growing = () => new Float32Array(made++ < 3 ? 4 : 5);
  await expect(lives({ start: growing })).rejects.toThrow(
    'geneticAlgorithm: expected 4 genes from start, got 5 at candidate 3',
  );
  await expect(lives({ start: () => [] })).rejects.toThrow(
    'expected some genes from start, got 0 at candidate 0',
  );
});

test('the stop button ends it', async () => {
  const stop = new AbortController();
  globalThis.kernel = { signal: stop.signal } as Partial<Kernel> as Kernel;
  try {
    const reason = new Error('KeyboardInterrupt');
    let seen = 0;
    const run = async () => {
      for await (const { step } of geneticAlgorithm(options())) {
        seen = step;
        if (step === 4) stop.abort(reason);
      }
    };
    await expect(run()).rejects.toBe(reason);
    expect(seen).toBe(4);
  } finally {
    delete (globalThis as Partial<typeof globalThis>).kernel;
  }
});
