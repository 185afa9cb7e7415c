import type { TopLevelSpec } from 'vega-lite';
import { chart } from './chart';
import { textWidth } from './text-width';
import { columnWidth, diverging, ink, sequential } from './theme';

/** A matrix as a picture. */
export interface HeatMap {
  /** What stands above it. */
  readonly label: string;
  /** `[rows][columns]` */
  readonly values: readonly (readonly number[])[];
}

/** How {@link heatMaps} draws. */
export interface HeatMapOptions {
  /** What stands at each row, such as the words of a sentence; the same word may come twice. */
  readonly rows: readonly string[];
  /** What stands at each column. */
  readonly columns: readonly string[];
  /** The title of the rows' axis. */
  readonly y: string;
  /** The title of the columns' axis. */
  readonly x: string;
  /** `signed`: from blue over white to red, white at zero; `share`: from paper to blue, 0 … 1. */
  readonly colours: 'signed' | 'share';
  readonly title?: string;
  /** What a number is, with its unit, for the legend and the mouse; `value` if not said. */
  readonly unit?: string;
}

/**
 * Shows matrices side by side, on one scale of colours, the numbers in the cells where they fit and under the mouse
 * everywhere.
 *
 * @throws where a matrix has not a number for each row and column, or a share lies outside 0 … 1
 * @example await show.heatMaps([{ label: 'Q Kᵀ', values: scores }], { rows: words, columns: words, x: 'key', y: 'query', colours: 'signed' })
 */
export async function heatMaps(maps: readonly HeatMap[], options: HeatMapOptions): Promise<void> {
  expectMaps(maps, options);
  const { title, x, y } = options;
  const description = `${title ?? maps.map(({ label }) => label).join(', ')}: ${y} × ${x}`;
  await chart(heatMapSpec(maps, options), { description });
}

/** Cells of this many pixels and more carry their number. */
const roomForNumbers = 32;

function heatMapSpec(
  maps: readonly HeatMap[],
  { rows, columns, x, y, colours, title, unit = 'value' }: HeatMapOptions,
): TopLevelSpec {
  const perLine = Math.min(maps.length, Math.max(1, Math.floor(columnWidth / (columns.length * 19 + 20))));
  const step = Math.max(6, Math.min(44, Math.floor((columnWidth / perLine - 20) / columns.length)));
  const height = Math.max(8, Math.min(step, 34));
  const values = maps.flatMap(({ label, values }) =>
    values.flatMap((row, i) =>
      row.map((value, j) => ({ label, i, j, row: rows[i], column: columns[j], value })),
    ),
  );
  const largest = Math.max(...values.map(({ value }) => Math.abs(value)), 1e-9);
  const [domain, range] = colours === 'signed' ? [[-largest, largest], diverging] : [[0, 1], sequential];
  // Numbers on dark cells are white.
  const dark = colours === 'signed' ? `abs(datum.value) > ${0.7 * largest}` : 'datum.value > 0.6';
  const encoding = {
    x: { field: 'j', ...axis(columns, x, step, Math.max(...columns.map((name) => textWidth(name, 12)))) },
    y: { field: 'i', ...axis(rows, y, height, 14) },
  };
  const cell = {
    mark: { type: 'rect', stroke: ink.faint, strokeWidth: 0.5 },
    encoding: {
      ...encoding,
      color: {
        field: 'value',
        type: 'quantitative',
        title: unit,
        scale: { domain, range, interpolate: 'rgb' },
      },
      tooltip: [
        { field: 'row', title: y },
        { field: 'column', title: x },
        { field: 'value', title: unit, format: '.3~f' },
      ],
    },
  };
  const number = {
    mark: { type: 'text', fontSize: 11 },
    encoding: {
      ...encoding,
      text: { field: 'value', format: '.2~f' },
      color: { condition: { test: dark, value: 'white' }, value: ink.text },
    },
  };
  return {
    ...(title && { title }),
    data: { values },
    columns: perLine,
    facet: { field: 'label', type: 'nominal', title: null, sort: maps.map(({ label }) => label) },
    spec: {
      width: columns.length * step,
      height: rows.length * height,
      layer: step >= roomForNumbers ? [cell, number] : [cell],
    },
  } as unknown as TopLevelSpec;
}

/** An axis with a name at each place, or at every fifth where numbers stand too close; words are turned instead. */
function axis(names: readonly string[], title: string, step: number, room: number) {
  const crowded = room > step - 2;
  const counted = names.every((name) => /^\d+$/.test(name));
  // By place, not by name: a word may come twice.
  const name = `${JSON.stringify(names)}[datum.value]`;
  const labels = {
    labelExpr: crowded && counted ? `datum.value % 5 == 0 ? ${name} : ''` : name,
    labelAngle: crowded && !counted && room > 14 ? -50 : 0,
    ...{ labelLimit: 120, labelOverlap: false, ticks: false, domain: false },
  };
  return { type: 'ordinal', title, axis: labels };
}

function expectMaps(maps: readonly HeatMap[], { rows, columns, colours }: HeatMapOptions): void {
  const who = 'show.heatMaps';
  if (maps.length === 0) throw new Error(`${who}: expected at least one matrix, got none`);
  const labels = maps.map(({ label }) => label);
  const twice = labels.find((label, index) => labels.indexOf(label) < index);
  if (twice !== undefined)
    throw new Error(`${who}: expected a label of its own for each matrix, got ${twice} twice`);
  for (const { label, values } of maps) {
    const widths = [...new Set(values.map(({ length }) => length))];
    if (values.length !== rows.length || widths.length !== 1 || widths[0] !== columns.length)
      throw new Error(
        `${who}, ${label}: expected ${rows.length} × ${columns.length} numbers, one for each row and column, ` +
          `got ${values.length} × ${widths.join(' or ') || 0}`,
      );
    const wrong = values
      .flat()
      .find((value) => !Number.isFinite(value) || (colours === 'share' && (value < 0 || value > 1)));
    if (wrong !== undefined)
      throw new Error(
        `${who}, ${label}: expected ${colours === 'share' ? 'shares of 0 … 1' : 'finite numbers'}, got ${wrong}`,
      );
  }
}
