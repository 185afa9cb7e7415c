/**
 * The numbers behind a chart, by their place in its specification: every inline data set of a Vega-Lite spec, or the
 * traces of a Plotly figure. Empty for a bundle without a chart.
 *
 * @param bundle an output's formats
 */
export function chartData(bundle: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plotly = bundle['application/vnd.plotly.v1+json'] as { data?: unknown } | undefined;
  if (plotly) return { data: plotly.data };
  const found: Record<string, unknown> = {};
  const spec = Object.entries(bundle).find(([type]) => /^application\/vnd\.vegalite\.v\d\+json$/.test(type));
  if (spec) collect(spec[1], '', found);
  return found;
}

function collect(node: unknown, place: string, found: Record<string, unknown>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const at = Array.isArray(node) ? `${place}[${key}]` : `${place}${place && '.'}${key}`;
    const values = (value as { values?: unknown } | null)?.values;
    if (key === 'data' && values !== undefined) found[`${at}.values`] = values;
    else if (key === 'datasets') found[at] = value;
    else collect(value, at, found);
  }
}
