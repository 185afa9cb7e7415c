import { heatMaps } from './heat-maps';
import { words } from './words';

/** How {@link attention} draws. */
export interface AttentionOptions {
  /** The tokens that look, one per row. */
  readonly queries: readonly string[];
  /** The tokens that are looked at, one per column; the queries if not said. */
  readonly keys?: readonly string[];
  /** What stands above each map, such as `layer 1, head 2`; `head 1`, `head 2`, … if not said. */
  readonly labels?: readonly string[];
  readonly title?: string;
}

/**
 * Shows where each token looked: one map per head, a row for the token that looks, a column for the one looked at, dark
 * where it takes in much. Every row sums to 1.
 *
 * @param weights `[heads][queries][keys]`, as `attend(x).weights.arraySync()[0]` gives them
 * @example await show.attention(weights.arraySync()[0], { queries: ['I', 'like', 'pizza'] })
 */
export async function attention(
  weights: readonly (readonly (readonly number[])[])[],
  { queries, keys = queries, labels, title }: AttentionOptions,
): Promise<void> {
  if (labels && labels.length !== weights.length)
    throw new Error(`show.attention: expected ${weights.length} labels, one per map, got ${labels.length}`);
  for (const [head, rows] of weights.entries())
    for (const [query, row] of rows.entries()) {
      const sum = row.reduce((total, weight) => total + weight, 0);
      if (!(Math.abs(sum - 1) < 1e-3))
        throw new Error(
          `show.attention: expected weights whose rows sum to 1, got ${sum} in map ${head}, row ${query}. ` +
            'Are these scores? The softmax makes weights of them.',
        );
    }
  const maps = weights.map((values, head) => ({
    label: labels?.[head] ?? words.attention.head(head + 1),
    // Rounding may leave a weight a hair above 1.
    values: values.map((row) => row.map((weight) => Math.min(1, weight))),
  }));
  const { query, key, weight } = words.attention;
  await heatMaps(maps, {
    ...{ rows: queries, columns: keys, y: query, x: key, unit: weight },
    ...{ colours: 'share', title },
  });
}
