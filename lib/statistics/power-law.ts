import { expectSample } from './expect-sample';

/** What {@link powerLaw} found: y ≈ factor · x^exponent. */
export interface PowerLaw {
  /** The fitted y at x = 1, in the unit of y. */
  readonly factor: number;
  /** By how many powers y grows with x: 1 as fast as x, 2 as its square. */
  readonly exponent: number;
  /** The exponent's standard error, as the points scatter about the line. */
  readonly error: number;
}

/**
 * The power law nearest to some points: the straight line of least squares through their logarithms.
 *
 * Its standard error takes the scatter of ln y for equal and independent at every point. Where the points bend away from
 * a line it says little: look at them.
 *
 * Legendre, "Nouvelles méthodes pour la détermination des orbites des comètes", 1805, the appendix on least squares;
 * Gauss, "Theoria combinationis observationum", 1823, for the error.
 *
 * @param x `[points]`, above 0, at least three, not all equal
 * @param y `[points]`, above 0
 * @example powerLaw([8, 16, 32], [3, 6, 12]) // { factor: 0.375, exponent: 1, error: 0 }
 */
export function powerLaw(x: readonly number[], y: readonly number[]): PowerLaw {
  const n = x.length;
  if (y.length !== n) throw new Error(`powerLaw: expected one y per x, got ${y.length} for ${n}`);
  if (n < 3)
    throw new Error(`powerLaw: expected at least three points, got ${n}: two leave no scatter to judge by`);
  const [logX, logY] = [logarithms('x', x), logarithms('y', y)];
  const [meanX, meanY] = [logX, logY].map((logs) => logs.reduce((sum, log) => sum + log, 0) / n);
  const spread = logX.reduce((sum, log) => sum + (log - meanX) ** 2, 0);
  if (x.every((each) => each === x[0])) throw new Error(`powerLaw: expected different x, got ${x[0]} only`);
  // b = Σ (u − ū)(v − v̄) / Σ (u − ū)², with u = ln x and v = ln y
  const exponent = logX.reduce((sum, log, i) => sum + (log - meanX) * (logY[i] - meanY), 0) / spread;
  // s² = Σ (v − v̄ − b (u − ū))² / (n − 2);  error² = s² / Σ (u − ū)²
  const missed = logX.reduce((sum, log, i) => sum + (logY[i] - meanY - exponent * (log - meanX)) ** 2, 0);
  const error = Math.sqrt(missed / (n - 2) / spread);
  return { factor: Math.exp(meanY - exponent * meanX), exponent, error };
}

function logarithms(name: string, values: readonly number[]): number[] {
  expectSample(`powerLaw, ${name}`, values);
  const wrong = values.findIndex((value) => value <= 0);
  if (wrong >= 0)
    throw new Error(`powerLaw: expected ${name} above 0, got ${values[wrong]} at position ${wrong}`);
  return values.map((value) => Math.log(value));
}
