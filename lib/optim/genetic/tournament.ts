import { expectSize } from '../../expect/expect-size';
import type { Rng } from '../../rng';
import type { Candidate } from './candidate';

/**
 * Selection: draws a few candidates, the same one perhaps twice, and lets the best of them be a parent. The larger the
 * tournament, the fewer have children.
 *
 * Goldberg and Deb, "A comparative analysis of selection schemes used in genetic algorithms", 1991, section 2.3.
 *
 * @param size how many meet, at most as many as there are
 */
export function tournament(population: readonly Candidate[], size: number, rng: Rng): Candidate {
  expectSize('tournament', 'candidates', size);
  if (size > population.length)
    throw new Error(
      `tournament: expected at most the population’s ${population.length} candidates, got ${size}`,
    );
  let winner = population[rng.integer(population.length)];
  for (let drawn = 1; drawn < size; drawn++) {
    const rival = population[rng.integer(population.length)];
    if (rival.fitness > winner.fitness) winner = rival;
  }
  return winner;
}
