import type { Data, Layout } from 'plotly.js';

const spatial = new Set(['surface', 'scatter3d', 'mesh3d', 'isosurface', 'volume', 'cone', 'streamtube']);

/** True where a trace lies in space, which Plotly draws only in a browser. */
export function isSpatial(data: readonly Partial<Data>[]): boolean {
  return data.some(({ type }) => type !== undefined && spatial.has(type));
}

/** Throws unless every axis of the figure has a title. */
export function expectPlotlyTitles(data: readonly Partial<Data>[], layout: Partial<Layout>): void {
  const inSpace = isSpatial(data);
  const axes: Axes = (inSpace ? layout.scene : layout) ?? {};
  for (const axis of inSpace ? (['xaxis', 'yaxis', 'zaxis'] as const) : (['xaxis', 'yaxis'] as const)) {
    const title = axes[axis]?.title;
    if (typeof title === 'string' ? title : title?.text) continue;
    const place = `layout.${inSpace ? 'scene.' : ''}${axis}`;
    throw new Error(
      `show.plotly: expected a title with its unit on ${place}, got none. Add \`title: { text: 'loss (nats)' }\` there.`,
    );
  }
}

type Axes = Readonly<Partial<Record<'xaxis' | 'yaxis' | 'zaxis', { title?: string | { text?: string } }>>>;
