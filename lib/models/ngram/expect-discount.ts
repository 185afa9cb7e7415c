/** @throws Error `kneserNey: expected a discount above 0 and below 1, got 1` */
export function expectDiscount(who: string, discount: number): void {
  if (!(discount > 0 && discount < 1))
    throw new Error(`${who}: expected a discount above 0 and below 1, got ${discount}`);
}
