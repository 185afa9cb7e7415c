/**
 * Refuses counts below 0, not finite, or that count nothing at all.
 *
 * @throws Error `logLikelihood: expected counts of at least 0, got -1 at position 2`
 */
export function expectCounts(who: string, counts: readonly number[]): void {
  const wrong = counts.findIndex((count) => !(count >= 0 && count < Infinity));
  if (wrong >= 0)
    throw new Error(`${who}: expected counts of at least 0, got ${counts[wrong]} at position ${wrong}`);
  if (!counts.some((count) => count > 0))
    throw new Error(`${who}: expected at least one observation, got counts [${counts.join(', ')}]`);
}
