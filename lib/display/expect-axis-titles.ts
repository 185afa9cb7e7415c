/**
 * Throws unless every axis that a Vega-Lite spec draws has a title: a reader must know what is drawn, in which unit.
 *
 * In a layered view one layer's title is enough for all. An axis taken away with `axis: null` needs none.
 */
export function expectAxisTitles(who: string, spec: unknown): void {
  const view = spec as View;
  const parts = view.concat ?? view.hconcat ?? view.vconcat;
  if (parts || view.spec) {
    for (const part of parts ?? [view.spec]) expectAxisTitles(who, part);
    return;
  }
  const channels = encodings(view);
  for (const channel of ['x', 'y'] as const) {
    const drawn = channels
      .map((encoding) => encoding[channel])
      .filter((axis) => axis && 'value' in axis === false && axis.axis !== null);
    if (drawn.length === 0 || drawn.some((axis) => axis?.title || axis?.axis?.title)) continue;
    const field = drawn[0]?.field;
    throw new Error(
      `${who}: expected a title with its unit on the ${channel} axis, got none. ` +
        `Add \`title: '${typeof field === 'string' ? field : 'loss'} (unit)'\` to encoding.${channel}.`,
    );
  }
}

interface Axis {
  readonly title?: unknown;
  readonly field?: unknown;
  readonly axis?: { readonly title?: unknown } | null;
}

interface View {
  readonly concat?: readonly View[];
  readonly hconcat?: readonly View[];
  readonly vconcat?: readonly View[];
  readonly spec?: View;
  readonly layer?: readonly View[];
  readonly encoding?: Readonly<Record<string, Axis | undefined>>;
}

/** The encodings of a view and of its layers, which share their axes. */
function encodings(view: View): NonNullable<View['encoding']>[] {
  return [view.encoding ?? {}, ...(view.layer ?? []).flatMap(encodings)];
}
