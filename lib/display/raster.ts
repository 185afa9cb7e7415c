import { fontsFor } from './font-files';
import { ink } from './theme';

/** An image in memory: red, green, blue and alpha, a byte each, row by row. */
export interface Raster {
  readonly rgba: Uint8Array;
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
}

/** Draws `svg` on a white card, `zoom` device pixels to a CSS pixel. */
export function rasterize(svg: string, zoom = 2): Raster {
  const { Resvg } = require('@resvg/resvg-js') as typeof import('@resvg/resvg-js');
  // Vega quotes the addresses of its gradients and clips, resvg reads them only without quotes.
  const readable = svg.replace(/url\('(#[^']+)'\)/g, 'url($1)');
  const image = new Resvg(readable, {
    fitTo: { mode: 'zoom', value: zoom },
    background: ink.card,
    font: fontsFor(svg),
  }).render();
  return { rgba: new Uint8Array(image.pixels), width: image.width, height: image.height };
}
