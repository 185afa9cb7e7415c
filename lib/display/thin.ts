/**
 * At most `most` of the rows of a curve, in order, so that the drawn line looks the same: first, last, and of every
 * stretch between them the row with the smallest and the one with the largest `y`.
 *
 * @param options.y the field with the curve's height
 * @example thin(history, { y: 'loss', most: 400 })
 */
export function thin<Row extends object>(
  rows: readonly Row[],
  { y, most = 400 }: { readonly y: keyof Row; readonly most?: number },
): Row[] {
  if (most < 4) throw new Error(`thin: expected to keep at least 4 rows, got most = ${most}`);
  if (rows.length <= most) return [...rows];
  const kept = new Set([0, rows.length - 1]);
  const stretches = Math.floor((most - 2) / 2);
  const inner = rows.length - 2;
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = 1 + Math.floor((stretch * inner) / stretches);
    const to = 1 + Math.floor(((stretch + 1) * inner) / stretches);
    let lowest = from;
    let highest = from;
    for (let index = from; index < to; index++) {
      if (Number(rows[index][y]) < Number(rows[lowest][y])) lowest = index;
      if (Number(rows[index][y]) > Number(rows[highest][y])) highest = index;
    }
    kept.add(lowest).add(highest);
  }
  return [...kept].sort((a, b) => a - b).map((index) => rows[index]);
}
