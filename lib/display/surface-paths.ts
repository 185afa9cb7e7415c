import type { Data } from 'plotly.js';
import type { TopLevelSpec } from 'vega-lite';
import type { Figure } from './plotly';
import { palette } from './theme';

/** The part of the plane to show, and what its axes say. */
export interface SurfaceWindow {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** The axes' titles with their units: across, along, up. */
  readonly titles: readonly [string, string, string];
  /** A place to mark with a cross, such as the lowest. */
  readonly goal: readonly [number, number];
}

/** One step of a walk over the plane. */
export interface PathPoint {
  /** Whose walk it is. */
  readonly name: string;
  readonly step: number;
  readonly x: number;
  readonly y: number;
}

/** How many points of the surface are computed along x and y. */
const [columns, rows] = [36, 30];

/**
 * A function of two numbers as a surface that turns, with walks over it; and flat, as a map, for where nothing turns.
 *
 * @param height of the surface at a point
 * @param path all walks, each from its step 0; of long ones every twentieth step is drawn after the fortieth
 * @returns what {@link plotly} takes: the figure and its `still`
 * @example const { figure, still } = surfacePaths(f, window, path); await show.plotly(figure, { still });
 */
export function surfacePaths(
  height: (x: number, y: number) => number,
  { x: [left, right], y: [low, high], titles, goal }: SurfaceWindow,
  path: readonly PathPoint[],
): { figure: Figure; still: TopLevelSpec } {
  const names = [...new Set(path.map(({ name }) => name))];
  if (names.length === 0 || names.length > palette.length)
    throw new Error(`surfacePaths: expected 1 to ${palette.length} walks, got ${names.length}`);
  const walks = names.map((name) => path.filter((point) => point.name === name));
  const inside = ({ x, y }: PathPoint) => x >= left && x <= right && y >= low && y <= high;
  const drawn = walks.map((walk) =>
    walk.filter((point, at) => inside(point) && (at < 40 || at % 20 === 0 || at === walk.length - 1)),
  );
  const place = (from: number, to: number, part: number) => from + part * (to - from);
  const xs = Array.from({ length: columns }, (_, i) => place(left, right, i / (columns - 1)));
  const ys = Array.from({ length: rows }, (_, i) => place(low, high, i / (rows - 1)));
  const floor = { type: 'surface', x: xs, y: ys, z: ys.map((y) => xs.map((x) => height(x, y))) };
  const up = 0.01 * (Math.max(...floor.z.flat()) - Math.min(...floor.z.flat())); // so that lines stay visible
  const lines = drawn.map((walk, i) => ({
    type: 'scatter3d',
    mode: 'lines',
    name: names[i],
    line: { width: 6, color: palette[i] },
    x: walk.map(({ x }) => x),
    y: walk.map(({ y }) => y),
    z: walk.map(({ x, y }) => height(x, y) + up),
  }));
  const [xaxis, yaxis, zaxis] = titles.map((text) => ({ title: { text } }));
  const axis = (field: string, title: string, domain: number[]) =>
    ({ field, type: 'quantitative', title, scale: { domain, nice: false } }) as const;
  const axes = (x: string, y: string) => ({
    x: axis(x, titles[0], [left, right]),
    y: axis(y, titles[1], [low, high]),
  });
  const tile = (at: number, from: number, to: number, count: number) => place(from, to, at / count);
  const tiles = Array.from({ length: rows * columns }, (_, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    const [x, xEnd] = [0, 1].map((side) => tile(column + side, left, right, columns));
    const [y, yEnd] = [0, 1].map((side) => tile(row + side, low, high, rows));
    return { x, xEnd, y, yEnd, up: height((x + xEnd) / 2, (y + yEnd) / 2) };
  });
  const ground = {
    field: 'up',
    type: 'quantitative',
    title: titles[2],
    scale: { range: ['white', '#8c959f'] },
  } as const;
  const color = { field: 'name', type: 'nominal', title: null, scale: { domain: names } } as const;
  return {
    figure: {
      data: [{ ...floor, opacity: 0.8, showscale: false }, ...lines] as Partial<Data>[],
      layout: { scene: { xaxis, yaxis, zaxis }, legend: { x: 0, y: 1 } },
    },
    still: {
      width: 480,
      height: 380,
      resolve: { scale: { color: 'independent' } },
      layer: [
        {
          data: { values: tiles },
          mark: 'rect',
          encoding: { ...axes('x', 'y'), x2: { field: 'xEnd' }, y2: { field: 'yEnd' }, color: ground },
        },
        {
          data: { values: drawn.flat() },
          mark: { type: 'line', clip: true },
          encoding: { ...axes('x', 'y'), order: { field: 'step' }, color },
        },
        {
          data: { values: drawn.flatMap((walk) => walk.slice(-1)) },
          mark: { type: 'circle', size: 110, opacity: 1, clip: true },
          encoding: { ...axes('x', 'y'), color: { ...color, legend: null } },
        },
        {
          data: { values: [{ x: goal[0], y: goal[1] }] },
          mark: { type: 'point', shape: 'cross', size: 110, color: 'black', opacity: 1 },
          encoding: axes('x', 'y'),
        },
      ],
    },
  };
}
