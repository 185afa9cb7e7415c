import { expectSample } from './expect-sample';

/**
 * The arithmetic mean: the one number with the smallest mean squared error to all of them.
 *
 * Legendre, "Nouvelles méthodes pour la détermination des orbites des comètes", 1805, the appendix on least squares.
 *
 * @param values `[n]`, in any order
 * @example mean([3, 4, 5, 6, 22]) // 8
 */
export function mean(values: readonly number[]): number {
  expectSample('mean', values);
  // Σ x / n, each term divided first, so that the sum of huge numbers doesn't overflow
  return values.reduce((sum, value) => sum + value / values.length, 0);
}
