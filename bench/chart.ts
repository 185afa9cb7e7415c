import type { TopLevelSpec } from 'vega-lite';
import { palette } from '../lib/display/theme';
import type { Results } from './results';
import { verdict } from './verdict';

const [blue, red] = palette;
const black = palette[6];

/** Who is drawn, with the colours of line and filling: ours blue, theirs red; eager hollow, compiled filled. */
const drawn = {
  'ours compiled': [blue, blue],
  'ours eager': [blue, 'white'],
  'torch.compile': [red, red],
  'torch eager': [red, 'white'],
  'torch by hand': [red, black],
} as const;

/** Where the scale of milliseconds has its marks. */
const decades = [0.01, 0.1, 1, 10, 100, 1000, 10_000];

/** Two times as near as this are level. */
const tie = 0.02;

/** The table as a picture: a line for each row, time to the right on a log scale, our ratio at its end. */
export function chart({ rows }: Pick<Results, 'rows'>): TopLevelSpec {
  const times = rows.flatMap(({ title, times }) =>
    Object.keys(drawn)
      .filter((who) => who in times)
      .map((who) => ({ row: title, who, side: who.split(/[ .]/)[0], ms: times[who].median })),
  );
  const longest = Math.max(...times.map(({ ms }) => ms));
  const ratios = rows.flatMap((row) => {
    const { ratio } = verdict(row);
    if (ratio === undefined) return [];
    return [{ row: row.title, ms: longest * 1.6, text: comparison(ratio), ahead: ratio <= 1 + tie }];
  });
  const y = {
    field: 'row',
    type: 'nominal',
    sort: null,
    title: 'work',
    axis: { labelLimit: 460, maxExtent: 460, grid: true, titleAngle: 0, titleAlign: 'right', titleY: -8 },
  } as const;
  const x = {
    field: 'ms',
    type: 'quantitative',
    scale: { type: 'log', domainMax: longest * 20 },
    axis: { format: '~g', values: decades },
    title: 'median time of one step (ms, log scale; left is quicker)',
  } as const;
  return {
    title: {
      text: 'One training step, or one generated token',
      subtitle:
        'filled: compiled; hollow: eager. At the right: our compiled step against the best of PyTorch',
    },
    width: 520,
    height: 36 * rows.length,
    layer: [
      {
        data: { values: times },
        mark: { type: 'point', size: 110, strokeWidth: 2, opacity: 1 },
        encoding: {
          ...{ x, y, stroke: colour(0), fill: colour(1) },
          yOffset: { field: 'side', type: 'nominal', scale: { range: [9, 21] } },
        },
      },
      {
        data: { values: ratios },
        mark: { type: 'text', align: 'left', fontWeight: 'bold' },
        encoding: {
          ...{ x, y, text: { field: 'text' } },
          color: { condition: { test: 'datum.ahead', value: blue }, value: red },
        },
      },
    ],
  };
}

/** The scale of lines (0) or of fillings (1). */
function colour(part: 0 | 1) {
  const range = Object.values(drawn).map((colours) => colours[part]);
  const legend = { orient: 'bottom', columns: 5 } as const;
  return {
    field: 'who',
    type: 'nominal',
    scale: { domain: Object.keys(drawn), range },
    title: null,
    legend,
  } as const;
}

function comparison(ratio: number): string {
  if (Math.abs(ratio - 1) <= tie) return 'level';
  return ratio < 1 ? `${(1 / ratio).toFixed(2)} × quicker` : `${ratio.toFixed(2)} × slower`;
}
