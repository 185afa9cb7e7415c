/**
 * Refuses a size that is not a whole number of at least `least`.
 *
 * @throws Error `Linear: expected a whole number of outputs of at least 1, got 0`
 */
export function expectSize(who: string, what: string, size: number, least = 1): void {
  if (!Number.isInteger(size) || size < least)
    throw new Error(`${who}: expected a whole number of ${what} of at least ${least}, got ${size}`);
}
