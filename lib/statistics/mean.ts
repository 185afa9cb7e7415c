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
  const n = values.length;
  const sum = values.reduce((total, value) => total + value, 0);
  // Σ x / n; where the sum is too large for a number, each term is divided first
  return Number.isFinite(sum) ? sum / n : values.reduce((total, value) => total + value / n, 0);
}
