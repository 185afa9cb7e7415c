/** The most data points that one chart may carry into a notebook. */
const pointLimit = 2000;

/** Throws if the data written into a Vega-Lite spec are more than an eye sees, or lie somewhere else. */
export function expectFewPoints(who: string, spec: unknown): void {
  let points = 0;
  const count = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { data, datasets, ...rest } = node as Record<string, unknown>;
    if (data && typeof data === 'object') {
      const { values, url } = data as { values?: unknown; url?: string };
      if (url)
        throw new Error(
          `${who}: expected the data in the chart itself, got the address ${url}. Use data.values.`,
        );
      if (Array.isArray(values)) points += values.length;
    }
    for (const values of Object.values(datasets ?? {})) points += (values as unknown[]).length;
    Object.values(rest).forEach(count);
  };
  count(spec);
  if (points > pointLimit)
    throw new Error(
      `${who}: expected at most ${pointLimit} data points, got ${points}. ` +
        "Keep what the eye sees: `thin(values, { y: 'loss', most: 400 })`, or count into bins.",
    );
}
