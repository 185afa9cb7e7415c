/**
 * The value below which a share of the values lies, between two neighbours in proportion.
 *
 * @param share 0 … 1: 0.5 is the median, 0.25 and 0.75 are the quartiles
 * @throws Error where there are no values
 */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('quantile: expected at least one value, got none');
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.ceil(place);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}
