import type { Candidate } from './candidate';
import type { Fitness } from './fitness';

/**
 * The candidates with their fitness.
 *
 * @throws Error where there isn't one number per candidate, naming the first that isn't a number
 */
export async function judge(genes: readonly Float32Array[], fitness: Fitness): Promise<Candidate[]> {
  const judged = Array.from(await fitness(genes));
  if (judged.length !== genes.length)
    throw new Error(
      `geneticAlgorithm: expected ${genes.length} fitnesses, one per candidate, got ${judged.length}`,
    );
  const wrong = judged.findIndex((value) => typeof value !== 'number' || Number.isNaN(value));
  if (wrong >= 0)
    throw new Error(
      `geneticAlgorithm: expected a fitness to compare by, got ${judged[wrong]} for candidate ${wrong}, ` +
        `whose genes are [${Array.from(genes[wrong].subarray(0, 9)).join(', ')}]`,
    );
  return genes.map((row, index) => ({ genes: row, fitness: judged[index] }));
}
