/**
 * How far two curves of losses are apart at the worst: max |a − b| / |b|.
 *
 * @throws Error where the curves have different lengths or a number is not finite
 */
export function greatestDifference(ours: readonly number[], theirs: readonly number[]): number {
  if (ours.length !== theirs.length || ours.length === 0)
    throw new Error(
      `greatestDifference: expected two curves of one length, got ${ours.length} and ${theirs.length}`,
    );
  const differences = ours.map((loss, step) => Math.abs(loss - theirs[step]) / Math.abs(theirs[step]));
  const wrong = differences.findIndex((difference) => !Number.isFinite(difference));
  if (wrong >= 0)
    throw new Error(
      `greatestDifference: step ${wrong + 1}: expected finite losses, got ${ours[wrong]} and ${theirs[wrong]}`,
    );
  return Math.max(...differences);
}
