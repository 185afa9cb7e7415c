/**
 * Throws where a Vega-Lite spec draws a field that no row of its data has: Vega-Lite would draw an empty chart.
 *
 * Views whose data go through a `transform`, which may make fields, are taken as they are.
 */
export function expectKnownFields(who: string, spec: unknown, inherited?: readonly object[]): void {
  const view = spec as View;
  if (view.transform) return;
  const rows = view.data ? rowsOf(view.data) : inherited;
  const parts = view.layer ?? view.concat ?? view.hconcat ?? view.vconcat ?? (view.spec ? [view.spec] : []);
  for (const part of parts) expectKnownFields(who, part, rows);
  if (!rows?.length) return;
  const known = new Set(rows.flatMap(Object.keys));
  for (const [channel, definition] of Object.entries(view.encoding ?? {})) {
    const field = (definition as { readonly field?: unknown } | null)?.field;
    if (typeof field !== 'string' || /[.[\\]/.test(field) || known.has(field)) continue; // a.b and a[0] lead inside
    throw new Error(
      `${who}: encoding.${channel} draws the field '${field}', which no row has; the rows have ${[...known].join(', ')}`,
    );
  }
}

interface View {
  readonly data?: unknown;
  readonly transform?: unknown;
  readonly layer?: readonly unknown[];
  readonly concat?: readonly unknown[];
  readonly hconcat?: readonly unknown[];
  readonly vconcat?: readonly unknown[];
  readonly spec?: unknown;
  readonly encoding?: Readonly<Record<string, unknown>>;
}

/** The rows that are written into the spec, if they are objects. */
function rowsOf(data: unknown): readonly object[] | undefined {
  const { values } = data as { readonly values?: unknown };
  if (!Array.isArray(values)) return undefined;
  return values.every((row) => typeof row === 'object' && row !== null) ? values : undefined;
}
