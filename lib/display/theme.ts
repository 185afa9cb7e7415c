import type { Config } from 'vega-lite';

/**
 * Colours that can be told apart with any colour vision: Okabe and Ito's (2008), without their yellow, too pale on
 * white, and with Tol's wine for their pink, which looks like the green without green receptors.
 */
export const palette = ['#0072B2', '#D55E00', '#009E73', '#882255', '#E69F00', '#56B4E9', '#000000'] as const;

/** From blue over white to red: signed values, white at zero. */
export const diverging = [
  '#2166AC',
  '#67A9CF',
  '#D1E5F0',
  '#F7F7F7',
  '#FDDBC7',
  '#EF8A62',
  '#B2182B',
] as const;

/** From paper to deep blue: amounts. */
export const sequential = ['#F7FBFF', '#C6DBEF', '#6BAED6', '#2171B5', '#08306B'] as const;

/** The page's inks. Every picture lies on a white card, so that it reads the same in a dark and a light JupyterLab. */
export const ink = {
  card: '#ffffff',
  text: '#24292f',
  quiet: '#57606a',
  line: '#8c959f',
  faint: '#d8dee4',
  wash: '#f6f8fa',
} as const;

/** The names tried in turn; the pictures made in Node use DejaVu Sans, which comes with the packages. */
export const font = 'system-ui, "DejaVu Sans", sans-serif';

/** The width in CSS pixels of a chart's plotting area that fills a notebook's column of 700. */
export const columnWidth = 560;

/** The house theme: colours, fonts and sizes of every Vega-Lite chart. */
export const theme: Config = {
  background: ink.card,
  padding: 12,
  font,
  axis: {
    labelColor: ink.quiet,
    labelFontSize: 12,
    titleColor: ink.text,
    titleFontSize: 13,
    titleFontWeight: 'normal',
    titlePadding: 8,
    domainColor: ink.line,
    tickColor: ink.line,
    gridColor: '#eaeef2',
  },
  axisXDiscrete: { labelAngle: 0 },
  header: { labelColor: ink.text, labelFontSize: 12, titleColor: ink.text, titleFontSize: 13 },
  legend: {
    labelColor: ink.text,
    labelFontSize: 12,
    titleColor: ink.text,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    symbolStrokeWidth: 2.5,
  },
  title: {
    anchor: 'start',
    color: ink.text,
    fontSize: 15,
    fontWeight: 'bold',
    offset: 10,
    subtitleColor: ink.quiet,
    subtitleFontSize: 12,
  },
  view: {
    stroke: null,
    continuousWidth: columnWidth,
    continuousHeight: 280,
    discreteWidth: { step: 32 },
    discreteHeight: { step: 32 },
  },
  line: { strokeWidth: 2, color: palette[0] },
  point: { size: 50, color: palette[0], filled: true },
  circle: { size: 50, color: palette[0] },
  bar: { color: palette[0] },
  area: { color: palette[0] },
  rect: { color: palette[0] },
  arc: { color: palette[0] },
  tick: { color: palette[0] },
  rule: { color: ink.quiet },
  text: { color: ink.text, fontSize: 12 },
  range: {
    category: [...palette],
    diverging: [...diverging],
    heatmap: [...sequential],
    ramp: [...sequential],
  },
};
