import type { planeAxes } from './plane-axes';
import { ink } from './theme';

/**
 * A layer of a Vega-Lite chart of the plane that shades the side on which a unit says yes; its edge is the unit's line.
 *
 * It draws the rows with a field `turn`, the place of a corner on the way around the side; where the edge of the window
 * shall not look like a line, the corners lie outside of it.
 *
 * @param plane the chart's axes
 * @example halfPlane([1, 1], -1.5, [-1, 2]).map((at, turn) => ({ ...at, turn })) // its data
 */
export function yesSide(plane: ReturnType<typeof planeAxes>) {
  const outline = { type: 'line' as const, interpolate: 'linear-closed' as const, clip: true };
  return {
    transform: [{ filter: 'isValid(datum.turn)' }],
    mark: { ...outline, fill: '#D6E7F4', stroke: ink.text, strokeWidth: 2 },
    encoding: { ...plane, order: { field: 'turn', type: 'ordinal' as const } },
  };
}
