/** The window that {@link planeAxes} shows, and the unit of its axes. */
export interface PlaneWindow {
  /** Lowest and highest first input. */
  readonly x1: readonly [number, number];
  /** Lowest and highest second input. */
  readonly x2: readonly [number, number];
  /** The unit in which both are counted. */
  readonly unit: string;
}

/**
 * The axes of a Vega-Lite chart of the plane of two inputs, for data with the fields `x1` and `x2`.
 *
 * @example const encoding = planeAxes({ x1: [-0.5, 1.5], x2: [-0.5, 1.5], unit: 'signal' })
 */
export function planeAxes({ x1, x2, unit }: PlaneWindow) {
  const axis = { tickCount: 5, labelFlush: false, labelBound: true, format: '.1~f' };
  const along = (field: 'x1' | 'x2', [low, high]: readonly [number, number]) => ({
    field,
    type: 'quantitative' as const,
    title: `input ${field} (${unit})`,
    scale: { domain: [low, high], nice: false },
    axis,
  });
  return { x: along('x1', x1), y: along('x2', x2) };
}
