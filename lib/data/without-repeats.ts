/**
 * The items without those that say the same as an earlier one.
 *
 * Repeats that fall on both sides of a split let a model be judged by what it was taught.
 *
 * @param key what an item says: two are repeats when it is the same
 * @example withoutRepeats(['a', 'B', 'A'], (text) => text.toLowerCase()) // ['a', 'B']
 */
export function withoutRepeats<T>(items: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const said = key(item);
    if (seen.has(said)) return false;
    seen.add(said);
    return true;
  });
}
