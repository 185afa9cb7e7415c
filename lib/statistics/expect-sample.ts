/**
 * Refuses an empty sample, and numbers that are not finite, at the door and by name.
 *
 * @throws Error `median: expected finite numbers, got NaN at position 3`
 */
export function expectSample(who: string, values: readonly number[]): void {
  if (values.length === 0) throw new Error(`${who}: expected at least one number, got none`);
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0)
    throw new Error(`${who}: expected finite numbers, got ${values[wrong]} at position ${wrong}`);
}
