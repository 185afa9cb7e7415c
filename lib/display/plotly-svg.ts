import { readFileSync } from 'node:fs';
import type { DOMWindow } from 'jsdom';
import type { Figure } from './plotly';
import { textWidth } from './text-width';

/** Draws a flat Plotly figure in a page without a screen (jsdom); starting that page takes about a second, once. */
export async function plotlySvg({ data, layout }: Figure): Promise<string> {
  page ??= openPage();
  const { document, Plotly } = page;
  const place = document.createElement('div');
  document.body.append(place);
  try {
    const { width, height } = layout;
    // The page checks for its own arrays and objects, so the figure goes in as text.
    const figure = page.JSON.parse(JSON.stringify({ data, layout }));
    await Plotly.newPlot(place, figure.data, figure.layout, { staticPlot: true });
    return await Plotly.toImage(place, { format: 'svg', width, height, imageDataOnly: true });
  } finally {
    Plotly.purge(place);
    place.remove();
  }
}

type Page = DOMWindow & { readonly Plotly: PlotlyInPage; readonly JSON: JSON };

interface PlotlyInPage {
  newPlot(place: HTMLElement, data: unknown, layout: unknown, config: object): Promise<unknown>;
  toImage(place: HTMLElement, options: object): Promise<string>;
  purge(place: HTMLElement): void;
}

let page: Page | undefined;

function openPage(): Page {
  const { JSDOM } = require('jsdom') as typeof import('jsdom');
  const { window } = new JSDOM('', { runScripts: 'outside-only', pretendToBeVisual: true });
  // What jsdom lacks and Plotly asks for: a canvas, and the width of text.
  window.URL.createObjectURL = () => '';
  window.HTMLCanvasElement.prototype.getContext = () => null;
  Object.assign(window.SVGElement.prototype, {
    getBBox: () => ({ x: 0, y: 0, width: 0, height: 0 }),
    getComputedTextLength(this: SVGElement) {
      return textWidth(this.textContent ?? '', 12);
    },
  });
  window.eval(readFileSync(require.resolve('plotly.js-dist'), 'utf8'));
  return window as Page;
}
