import { expectSize } from '../../expect/expect-size';
import { giveWay } from '../../give-way';
import type { Rng } from '../../rng';
import type { TrainingProgress } from '../../train/training-progress';
import type { Candidate } from './candidate';
import type { Fitness } from './fitness';
import { judge } from './judge';
import { offspring } from './offspring';

/** How a population lives. */
export interface GeneticOptions {
  /** How many candidates there are at a time. More try more, and cost as much more. */
  readonly population: number;
  /** How many populations are judged, the first, random one included. */
  readonly generations: number;
  /** How many meet when a parent is sought. More hurry more, and lose variety sooner. */
  readonly tournament: number;
  /** How many of the best live on unchanged; from 1 on the best is never lost. */
  readonly elites: number;
  /** Makes a candidate of the first generation. */
  readonly start: (rng: Rng) => ArrayLike<number>;
  /** Changes a child's genes by chance; gives new ones. */
  readonly mutate: (genes: Float32Array, rng: Rng) => Float32Array;
  /** How good candidates are. */
  readonly fitness: Fitness;
  readonly rng: Rng;
}

/** One population, judged. The step is its number, the loss the best one's fitness with its sign turned. */
export interface Generation extends TrainingProgress {
  /** All candidates, best first. */
  readonly population: readonly Candidate[];
  /** The first of them. */
  readonly best: Candidate;
  /** How many candidates were judged since the start. */
  readonly evaluations: number;
}

/**
 * A genetic algorithm: keep the good, mix them, change them a little, again and again. It asks only how good an answer
 * is, never in which direction a better one lies, so that it needs no gradient.
 *
 * Holland, "Adaptation in natural and artificial systems", 1975; elitism: De Jong, "An analysis of the behavior of a
 * class of genetic adaptive systems", 1975. The same seed lives through the same generations.
 *
 * @returns each generation, from the random first one; the caller's loop may end it at any
 * @throws Error at once where an option makes no sense, and later where a fitness is not a number
 * @example for await (const { best } of geneticAlgorithm({ …, fitness: (genes) => genes.map(score) })) show(best);
 */
export function geneticAlgorithm(options: GeneticOptions): AsyncGenerator<Generation, void, undefined> {
  const { population, generations, tournament: meet, elites } = options;
  const who = 'geneticAlgorithm';
  expectSize(who, 'candidates in the population', population);
  expectSize(who, 'generations', generations);
  expectSize(who, 'candidates in a tournament', meet);
  expectSize(who, 'elites', elites, 0);
  if (meet > population || elites > population)
    throw new Error(
      `${who}: expected a tournament and elites of at most the population’s ${population}, got ${meet} and ${elites}`,
    );
  return live(options);
}

async function* live(options: GeneticOptions): AsyncGenerator<Generation, void, undefined> {
  const { generations, fitness, rng } = options;
  const next = giveWay();
  const begun = performance.now();
  let genes = founders(options);
  for (let step = 1; step <= generations; step++) {
    await next();
    const population = (await judge(genes, fitness)).sort((a, b) => b.fitness - a.fitness);
    const [best] = population;
    const seconds = (performance.now() - begun) / 1000;
    yield {
      step,
      steps: generations,
      loss: -best.fitness,
      population,
      best,
      evaluations: step * population.length,
      examplesPerSecond: (step * population.length) / seconds,
      secondsLeft: (seconds / step) * (generations - step),
    };
    genes = offspring(population, options, rng.fork(`generation ${step}`));
  }
}

/** The genes of the first generation. */
function founders({ population, start, rng }: GeneticOptions): Float32Array[] {
  const chance = rng.fork('start');
  const genes = Array.from({ length: population }, () => Float32Array.from(start(chance)));
  const length = genes[0].length;
  const wrong = genes.findIndex((row) => row.length !== length || length === 0);
  if (wrong >= 0)
    throw new Error(
      `geneticAlgorithm: expected ${length || 'some'} genes from start, got ${genes[wrong].length} at candidate ${wrong}`,
    );
  return genes;
}
