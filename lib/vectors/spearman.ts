import { expectTargets } from '../expect/expect-targets';

/**
 * Spearman's rank correlation: how far two lists agree on the order, −1 (reversed) … 1 (the same).
 *
 * It is the ordinary correlation of the ranks; equal values share the mean of the ranks that they take up.
 *
 * Source: Spearman, "The proof and measurement of association between two things", 1904; ties as in Kendall 1945.
 *
 * @returns NaN where one of the lists has one value only: it has no order
 * @throws Error where the lists differ in length, have fewer than two values, or hold NaN
 */
export function spearman(x: readonly number[], y: readonly number[]): number {
  expectTargets('spearman', 'values', x, y);
  if (x.length < 2) throw new Error('spearman: expected at least two pairs of values, got 1');
  if ([...x, ...y].some(Number.isNaN)) throw new Error('spearman: expected numbers, got NaN');
  const [rx, ry] = [ranks(x), ranks(y)];
  const mean = (x.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (let index = 0; index < x.length; index++) {
    const [dx, dy] = [rx[index] - mean, ry[index] - mean];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  // ρ = Σ (rx − r̄)(ry − r̄) / √(Σ (rx − r̄)² Σ (ry − r̄)²)
  return xy / Math.sqrt(xx * yy);
}

/** From 1 for the smallest. */
function ranks(values: readonly number[]): Float64Array {
  const order = [...values.keys()].sort((a, b) => values[a] - values[b]);
  const result = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    for (let place = from; place < to; place++) result[order[place]] = (from + 1 + to) / 2;
    from = to;
  }
  return result;
}
