import type { Data, Layout } from 'plotly.js';
import type { TopLevelSpec } from 'vega-lite';
import { chartPicture } from './chart-picture';
import { expectPlotlyTitles, isSpatial } from './expect-plotly-titles';
import { palettePng } from './palette-png';
import { plotlySvg } from './plotly-svg';
import { rasterize } from './raster';
import { rounded } from './rounded';
import { send } from './send';
import { font, ink, palette, sequential } from './theme';

/** The most characters that a figure's data may take in a notebook. */
const figureLimit = 150_000;

/**
 * Device pixels of the picture to a CSS pixel: JupyterLab shows it in its own size, whatever size is asked for, until the
 * mouse moves onto it; then Plotly draws the figure in its place.
 */
const zoom = 1;

/** A Plotly figure: traces and how they are laid out. */
export interface Figure {
  readonly data: readonly Partial<Data>[];
  readonly layout: Partial<Layout>;
}

/**
 * Shows a Plotly figure, for what is to be turned in three dimensions; for the rest `show.chart` is lighter.
 *
 * @param figure every axis with a title and its unit
 * @param options.still a Vega-Lite chart of the same data, the picture for GitHub and paper; a 3-D figure needs one,
 * such as its contours, because Plotly draws those only in a browser
 * @param options.description one sentence for those who don't see it
 * @throws where a title or the still picture is missing, or the data are larger than 150 kB
 */
export async function plotly(
  { data, layout }: Figure,
  { still, description = 'figure' }: { readonly still?: TopLevelSpec; readonly description?: string } = {},
): Promise<void> {
  expectPlotlyTitles(data, layout);
  if (isSpatial(data) && !still)
    throw new Error(
      'show.plotly: expected `still` beside a 3-D figure: a Vega-Lite chart that pictures it flat',
    );
  const figure = rounded({ data, layout: { ...houseLayout, ...layout } }) as Figure;
  const size = JSON.stringify(figure).length;
  if (size > figureLimit)
    throw new Error(
      `show.plotly: expected at most ${figureLimit} characters of data, got ${size}. Use a coarser grid.`,
    );
  const picture = still
    ? await chartPicture('show.plotly', still, description, zoom)
    : await flatPicture(figure);
  send(
    {
      'application/vnd.plotly.v1+json': { ...figure, config: { displaylogo: false, responsive: true } },
      'image/png': picture.bundle['image/png'],
      'text/plain': description,
    },
    'chart',
    { size: picture.size },
  );
}

const colorscale = sequential.map((colour, index) => [index / (sequential.length - 1), colour]);

/** The house theme for Plotly; what a figure says itself comes first. */
const template = {
  layout: {
    paper_bgcolor: ink.card,
    plot_bgcolor: ink.card,
    colorway: [...palette],
    font: { family: font, size: 12, color: ink.text },
    title: { x: 0.02, font: { size: 15 } },
    xaxis: { gridcolor: ink.faint, linecolor: ink.line, automargin: true },
    yaxis: { gridcolor: ink.faint, linecolor: ink.line, automargin: true },
    scene: { camera: { eye: { x: 1.55, y: 1.55, z: 1.1 } } },
  },
  data: Object.fromEntries(['contour', 'heatmap', 'surface'].map((type) => [type, [{ colorscale }]])),
};

const houseLayout: Partial<Layout> = {
  width: 660,
  height: 440,
  margin: { l: 64, r: 24, t: 48, b: 64 },
  template: template as Layout['template'],
};

async function flatPicture(figure: Figure) {
  const image = rasterize(await plotlySvg(figure), zoom);
  return {
    bundle: { 'image/png': palettePng(image, 'show.plotly') },
    size: { width: image.width / zoom, height: image.height / zoom },
  };
}
