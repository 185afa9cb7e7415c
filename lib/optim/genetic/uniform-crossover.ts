import type { Rng } from '../../rng';

/**
 * Crossover: a child takes each gene from one of its parents, decided by a coin.
 *
 * Syswerda, "Uniform crossover in genetic algorithms", 1989.
 *
 * @param a the first parent's genes
 * @param b the second's, as many
 */
export function uniformCrossover(a: Float32Array, b: Float32Array, rng: Rng): Float32Array {
  if (a.length !== b.length)
    throw new Error(`uniformCrossover: expected parents with as many genes, got ${a.length} and ${b.length}`);
  return a.map((gene, index) => (rng.uniform() < 0.5 ? gene : b[index]));
}
