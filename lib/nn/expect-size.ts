/**
 * Refuses a size that is not a whole number of at least 1.
 *
 * @throws Error `Linear: expected a whole number of outputs of at least 1, got 0`
 */
export function expectSize(who: string, what: string, size: number): void {
  if (!Number.isInteger(size) || size < 1)
    throw new Error(`${who}: expected a whole number of ${what} of at least 1, got ${size}`);
}
