/**
 * Where the largest of some values stand, the largest first.
 *
 * @param count how many; fewer where there are fewer
 * @param except places that don't count
 */
export function largest(values: ArrayLike<number>, count: number, except: ReadonlySet<number>): number[] {
  const found: number[] = [];
  for (let place = 0; place < values.length; place++) {
    if (except.has(place)) continue;
    if (found.length === count && !(values[place] > values[found[count - 1]])) continue;
    let rank = found.length;
    while (rank > 0 && values[place] > values[found[rank - 1]]) rank--;
    found.splice(rank, 0, place);
    if (found.length > count) found.pop();
  }
  return found;
}
