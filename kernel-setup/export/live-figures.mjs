import fs from 'node:fs';
import { createRequire } from 'node:module';
import esbuild from 'esbuild';

const { resolve } = createRequire(import.meta.url);

/** By output format: what draws it, inlined once into a page that has such outputs. */
const engines = {
  'application/vnd.vegalite.v5+json': ['vega/build/vega.min.js', 'vega-lite/build/vega-lite.min.js'],
  'application/vnd.plotly.v1+json': ['plotly.js-dist/plotly.js'],
};

/**
 * Gives a page its interactive figures: beside each picture that nbconvert wrote stands the notebook's own chart, which
 * takes the picture's place once the page has drawn it. The page asks no server for anything in order to do so.
 */
export function liveFigures(html, notebook) {
  const used = new Set();
  let page = html;
  for (const { data } of notebook.cells.flatMap(({ outputs }) => outputs ?? [])) {
    const format = Object.keys(engines).find((known) => data?.[known]);
    if (!format || !data['image/png']) continue;
    const picture = [data['image/png']].flat().join('').replace(/\s/g, '');
    const [before, after] = splitAtImage(page, picture);
    if (before === undefined) continue;
    used.add(format);
    page = `${before.head}<div data-figure="${format}">${before.image}${json(data[format])}</div>${after}`;
  }
  if (used.size === 0) return html;
  const scripts = [...used].flatMap((format) => engines[format]).map(inlined);
  const end = page.lastIndexOf('</body>');
  return `${page.slice(0, end)}${scripts.join('')}<script>(${drawFigures})()</script>${page.slice(end)}`;
}

/** The page up to the image with these base64 letters, the image itself, and the rest. */
function splitAtImage(page, picture) {
  const at = page.indexOf(`data:image/png;base64,${picture}`);
  if (at < 0) return [];
  const start = page.lastIndexOf('<img', at);
  const end = page.indexOf('>', at) + 1;
  return [{ head: page.slice(0, start), image: page.slice(start, end) }, page.slice(end)];
}

function json(value) {
  return `<script type="application/json">${JSON.stringify(value).replace(/</g, '\\u003c')}</script>`;
}

const minified = new Map();

/** A package's script as an element; as small as the packages that don't minify theirs allow. */
function inlined(file) {
  if (!minified.has(file)) {
    const source = fs.readFileSync(resolve(file), 'utf8');
    const code = file.endsWith('.min.js') ? source : esbuild.transformSync(source, { minify: true }).code;
    minified.set(file, `<script>${code.replace(/<\/script/gi, '<\\/script')}</script>`);
  }
  return minified.get(file);
}

/** Runs in the page: draws every figure, and takes its picture away when that went well. */
function drawFigures() {
  const { vega, vegaLite, Plotly } = window;
  const draw = {
    'application/vnd.vegalite.v5+json': (spec, container) =>
      new vega.View(vega.parse(vegaLite.compile(spec).spec), {
        renderer: 'svg',
        container,
        hover: true,
      }).runAsync(),
    'application/vnd.plotly.v1+json': ({ data, layout, config }, container) =>
      Plotly.newPlot(container, data, layout, config),
  };
  for (const figure of document.querySelectorAll('[data-figure]')) {
    const container = document.createElement('div');
    figure.append(container);
    const value = JSON.parse(figure.querySelector('script').textContent);
    Promise.resolve()
      .then(() => draw[figure.dataset.figure](value, container))
      .then(() => figure.querySelector('img').remove())
      .catch((cause) => {
        container.remove();
        console.error(cause);
      });
  }
}
