import { expectTargets } from '../expect/expect-targets';
import { mean } from './mean';

/**
 * Pearson's correlation: how closely two lists lie on a straight line, −1 (falling) … 1 (rising).
 *
 * Pearson, "Mathematical contributions to the theory of evolution III", 1896.
 *
 * @param x, y `[n]`, pair by pair
 * @returns NaN where one of the lists has one value only: it doesn't vary
 * @throws Error where the lists differ in length, are empty, or hold NaN
 */
export function correlation(x: readonly number[], y: readonly number[]): number {
  expectTargets('correlation', 'values', x, y);
  if (![...x, ...y].every(Number.isFinite))
    throw new Error('correlation: expected finite numbers, got others');
  const [mx, my] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  for (let index = 0; index < x.length; index++) {
    const [dx, dy] = [x[index] - mx, y[index] - my];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  // r = Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²)
  return xy / Math.sqrt(xx * yy);
}
