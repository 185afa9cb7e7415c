import type { TopLevelSpec } from 'vega-lite';
import { chartPicture } from './chart-picture';
import { describeChart } from './describe-chart';
import { send } from './send';

/**
 * Shows a Vega-Lite 5 chart in the house theme. In JupyterLab it answers to the mouse and to sliders (`params` with
 * `bind`); GitHub shows its picture.
 *
 * @param spec its data in `data.values`, at most 2,000 points; a title with its unit on every axis
 * @param options.description one sentence for those who don't see the chart; otherwise the title or the axes' names
 * @throws where an axis has no title, a field is in no row, there are too many points, or Vega-Lite doesn't understand
 * the spec
 */
export async function chart(
  spec: TopLevelSpec,
  { description }: { readonly description?: string } = {},
): Promise<void> {
  const { bundle, size } = await chartPicture('show.chart', spec, description ?? describeChart(spec));
  send(bundle, 'chart', { size });
}
