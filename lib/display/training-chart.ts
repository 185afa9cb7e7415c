import type { TopLevelSpec } from 'vega-lite';
import { columnWidth, ink, palette } from './theme';
import { thin } from './thin';
import type { Point, TrainingHistory } from './training-history';
import type { Reference, TrainingOptions } from './training-options';
import { words } from './words';

/** The run as one interactive chart: the loss of each step and smoothed, the held-out metric underneath. */
export function trainingChart(
  history: TrainingHistory,
  { title, reference, unit }: TrainingOptions,
): TopLevelSpec {
  const { smoothed, loss, heldOut, metric } = history;
  const lossTitle = `${words.trainingLoss}${unit ? ` (${unit})` : ''}`;
  const ofLoss = reference?.of !== 'metric' ? reference : undefined;
  const ofMetric = reference?.of === 'metric' ? reference : undefined;
  const domain = { domain: [0, history.last?.step ?? 1], nice: false };
  const lossView = view('loss', lossTitle, 200, domain, palette[0], smoothed, ofLoss, loss);
  const metricView = view(
    'metric',
    words.heldOutAxis(metric ?? ''),
    140,
    domain,
    palette[1],
    heldOut,
    ofMetric,
  );
  const notes = history.last?.note ? [history.last.note] : [];
  const views = heldOut.length > 0 ? [lossView, metricView] : [lossView];
  return {
    title: { text: title ?? words.training, subtitle: [words.curves, ...notes], frame: 'group' },
    bounds: 'flush',
    spacing: 64,
    vconcat: views,
  } as TopLevelSpec;
}

/** A curve with its points' values under the mouse, over a faint one with every step. */
function view(
  name: string,
  title: string,
  height: number,
  scale: { domain: number[]; nice: boolean },
  colour: string,
  curve: readonly Point[],
  reference?: Reference,
  faint: readonly Point[] = [],
) {
  const x = {
    field: 'step',
    type: 'quantitative',
    title: words.stepAxis,
    scale,
    axis: { tickCount: Math.min(12, scale.domain[1]) },
  };
  const y = { field: 'value', type: 'quantitative', title, scale: { zero: false } };
  const tooltip = [
    { field: 'step', title: words.step },
    { field: 'value', title, format: '.4~g' },
  ];
  const hover = {
    name: `${name}Hover`,
    select: { type: 'point', nearest: true, on: 'pointerover', encodings: ['x'], clear: 'pointerout' },
  };
  const shown = {
    condition: { param: `${name}Hover`, empty: false, value: 1 },
    value: curve.length <= 40 ? 0.9 : 0,
  };
  const layers: object[] = [];
  if (faint.length > 2)
    layers.push({
      data: { values: thin(faint, { y: 'value', most: 300 }) },
      mark: { type: 'line', strokeWidth: 1, opacity: 0.35, color: colour },
      encoding: { x, y },
    });
  layers.push(
    { mark: { type: 'line', color: colour }, encoding: { x, y } },
    { mark: { type: 'point', color: colour }, params: [hover], encoding: { x, y, tooltip, opacity: shown } },
  );
  if (reference) layers.push(...referenceLayers(reference, y));
  return {
    width: columnWidth,
    height,
    data: { values: thin(curve, { y: 'value', most: 200 }) },
    layer: layers,
  };
}

function referenceLayers({ label, value }: Reference, y: object): object[] {
  const at = { data: { values: [{ value, label }] }, encoding: { y } };
  return [
    { ...at, mark: { type: 'rule', strokeDash: [4, 4], color: ink.quiet } },
    {
      ...at,
      mark: { type: 'text', align: 'right', baseline: 'bottom', dy: -3, x: columnWidth, color: ink.quiet },
      encoding: { y, text: { field: 'label' } },
    },
  ];
}
