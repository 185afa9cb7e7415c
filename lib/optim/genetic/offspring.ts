import type { Rng } from '../../rng';
import type { Candidate } from './candidate';
import type { GeneticOptions } from './genetic-algorithm';
import { tournament } from './tournament';
import { uniformCrossover } from './uniform-crossover';

/**
 * The genes of the next generation, as many as there are now.
 *
 * @param population best first
 */
export function offspring(
  population: readonly Candidate[],
  { tournament: meet, elites, mutate }: Pick<GeneticOptions, 'tournament' | 'elites' | 'mutate'>,
  rng: Rng,
): Float32Array[] {
  // elitism: the best live on
  const genes = population.slice(0, elites).map((elite) => elite.genes);
  while (genes.length < population.length) {
    // selection
    const mother = tournament(population, meet, rng);
    const father = tournament(population, meet, rng);
    // crossover, then mutation
    const child = uniformCrossover(mother.genes, father.genes, rng);
    genes.push(mutate(child, rng));
  }
  return genes;
}
