/**
 * Refuses a constant outside of [low, high).
 *
 * @throws Error `Adam: expected beta1 of at least 0 and below 1, got 1`
 */
export function expectBetween(who: string, what: string, value: number, low: number, high = Infinity): void {
  const below = high < Infinity ? ` and below ${high}` : '';
  if (!(value >= low && value < high))
    throw new Error(`${who}: expected ${what} of at least ${low}${below}, got ${value}`);
}
