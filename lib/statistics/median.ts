import { expectSample } from './expect-sample';

/**
 * The middle number: a number with the smallest mean absolute error to all of them.
 *
 * With an even count every number between the two middle ones is as good; their midpoint is returned.
 *
 * Laplace, "Mémoire sur la probabilité des causes par les événements", 1774, problem III.
 *
 * @param values `[n]`, in any order
 * @example median([3, 4, 5, 6, 22]) // 5
 */
export function median(values: readonly number[]): number {
  expectSample('median', values);
  const sorted = [...values].sort((a, b) => a - b);
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return below / 2 + above / 2;
}
