/** A sentence for those who don't see the chart: its title, or what is drawn over what. */
export function describeChart(spec: unknown): string {
  const { title, encoding, layer, hconcat, vconcat, concat } = spec as Parts;
  const text = typeof title === 'string' ? title : title?.text;
  if (text) return `chart: ${[text].flat().join(' ')}`;
  const parts = layer ?? hconcat ?? vconcat ?? concat ?? [];
  const x = nameOf('x', encoding, parts);
  const y = nameOf('y', encoding, parts);
  return x && y ? `chart: ${y} over ${x}` : 'chart';
}

type Encoding = Readonly<Record<string, { readonly title?: unknown; readonly field?: unknown } | undefined>>;

interface Parts {
  readonly title?: string | { readonly text?: string | readonly string[] };
  readonly encoding?: Encoding;
  readonly layer?: readonly Parts[];
  readonly hconcat?: readonly Parts[];
  readonly vconcat?: readonly Parts[];
  readonly concat?: readonly Parts[];
}

function nameOf(
  channel: string,
  encoding: Encoding | undefined,
  parts: readonly Parts[],
): string | undefined {
  const axes = [encoding?.[channel], ...parts.map((part) => part.encoding?.[channel])];
  const name = axes.map((axis) => axis?.title ?? axis?.field).find((found) => typeof found === 'string');
  return name as string | undefined;
}
