/**
 * Refuses what a data set can't take: nothing at all, or an index that is none of its own.
 *
 * @param who the data set's method
 * @param what what the indices number, such as `rows`
 * @returns the indices as a list
 * @throws Error `Sequences.take: index 3 is outside the 3 rows (0–2)`
 */
export function expectIndices(who: string, indices: ArrayLike<number>, size: number, what: string): number[] {
  const list = Array.from(indices);
  if (list.length === 0) throw new Error(`${who}: expected at least one index, got none`);
  const outside = list.find((index) => !(Number.isInteger(index) && index >= 0 && index < size));
  if (outside !== undefined)
    throw new Error(`${who}: index ${outside} is outside the ${size} ${what} (0–${size - 1})`);
  return list;
}
