import type { Data, Layout } from 'plotly.js';
import type { TopLevelSpec } from 'vega-lite';
import type { Figure } from './plotly';

/** An axis of the ground, in order. */
export interface GroundAxis {
  /** The quantity with its unit, as in `w (per hour)`. */
  readonly title: string;
  readonly values: readonly number[];
}

/** Landscapes over the same ground. */
export interface SurfacesConfig {
  readonly x: GroundAxis;
  readonly y: GroundAxis;
  /** By the title of what is drawn upwards, with its unit: the heights `[y values][x values]`. */
  readonly heights: Readonly<Record<string, readonly (readonly number[])[]>>;
}

/**
 * Surfaces side by side over the same ground, to be turned, and the same as heat maps, for where nothing turns.
 *
 * @returns what `show.plotly(figure, { still })` takes
 * @throws Error where a surface has not one height for every place of the ground
 */
export function surfaces({ x, y, heights }: SurfacesConfig): { figure: Figure; still: TopLevelSpec } {
  const lands = Object.entries(heights);
  if (lands.length === 0) throw new Error('surfaces: expected heights of at least one surface, got none');
  for (const [title, rows] of lands)
    if (rows.length !== y.values.length || rows.some((row) => row.length !== x.values.length))
      throw new Error(
        `surfaces: ${title}: expected heights [${y.values.length}, ${x.values.length}], one per place, ` +
          `got rows of ${rows.map((row) => row.length).join(', ') || 'nothing'}`,
      );
  const share = 1 / lands.length;
  const scenes = lands.map(([title], index) => ({
    domain: { x: [index * share, (index + 0.96) * share] },
    xaxis: { title: { text: x.title } },
    yaxis: { title: { text: y.title } },
    zaxis: { title: { text: title } },
  }));
  const sceneName = (index: number) => (index === 0 ? 'scene' : `scene${index + 1}`);
  const data = lands.map(([, z], index) => ({
    type: 'surface' as const,
    x: [...x.values],
    y: [...y.values],
    z: z.map((row) => [...row]),
    scene: sceneName(index),
    showscale: false,
  }));
  const layout = Object.fromEntries(scenes.map((scene, index) => [sceneName(index), scene]));
  return {
    figure: { data: data as Partial<Data>[], layout: layout as Partial<Layout> },
    still: {
      hconcat: lands.map((land) => heatMap(x, y, land)),
      resolve: { scale: { color: 'independent' } },
    },
  };
}

/** One surface seen from above. */
function heatMap(x: GroundAxis, y: GroundAxis, [title, rows]: [string, readonly (readonly number[])[]]) {
  const side = 210;
  const places = rows.flatMap((row, at) =>
    row.map((height, along) => ({ x: x.values[along], y: y.values[at], height })),
  );
  const tile = (side / (Math.min(x.values.length, y.values.length) - 1) + 1) ** 2;
  const ground = (field: 'x' | 'y', { title }: GroundAxis) =>
    ({ field, type: 'quantitative', title, scale: { nice: false } }) as const;
  return {
    width: side,
    height: side,
    data: { values: places },
    mark: { type: 'square', size: tile, opacity: 1, clip: true } as const,
    encoding: {
      x: ground('x', x),
      y: ground('y', y),
      color: { field: 'height', type: 'quantitative', title } as const,
    },
  };
}
