/**
 * Refuses an empty set, and a number of targets that is not the number of what they belong to.
 *
 * @param what what there should be one target for, as in `rows`
 * @throws Error `rosenblatt: expected as many targets as rows, at least one, got 4 rows and 3 targets`
 */
export function expectTargets(
  who: string,
  what: string,
  them: readonly unknown[],
  targets: readonly unknown[],
): void {
  if (them.length === 0 || them.length !== targets.length)
    throw new Error(
      `${who}: expected as many targets as ${what}, at least one, ` +
        `got ${them.length} ${what} and ${targets.length} targets`,
    );
}
