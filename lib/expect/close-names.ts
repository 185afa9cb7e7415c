/** A sentence that offers the names most like a misspelt one. */
export function closeNames(name: string, known: readonly string[]): string {
  const near = [...new Set(known)]
    .map((other) => ({ other, distance: editDistance(name.toLowerCase(), other.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance || a.other.localeCompare(b.other))
    .slice(0, 3)
    .map(({ other }) => other);
  return near.length > 0 ? `Closest: ${near.join(', ')}.` : 'There is nothing like it.';
}

/** Letters to insert, delete or replace to turn `a` into `b` (Levenshtein 1966). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}
