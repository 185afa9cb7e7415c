/** A point of the plane. */
export interface PlanePoint {
  readonly x1: number;
  readonly x2: number;
}

/**
 * The line w·x + b = 0 of a unit with two inputs, from edge to edge of a square window.
 *
 * @param window lowest and highest coordinate shown, on both axes
 * @returns the two ends; nothing if the line misses the window or both weights are 0 (then there is no line)
 */
export function decisionLine(
  weights: readonly number[],
  bias: number,
  [low, high]: readonly [number, number],
): PlanePoint[] {
  if (weights.length !== 2) throw new Error(`decisionLine: expected 2 weights, got ${weights.length}`);
  const [w1, w2] = weights;
  // x2 = −(w1 x1 + b) / w2 on the left and right edge, x1 = −(w2 x2 + b) / w1 on the lower and upper one
  const points = [low, high].flatMap((edge) => [
    { x1: edge, x2: -(w1 * edge + bias) / w2 },
    { x1: -(w2 * edge + bias) / w1, x2: edge },
  ]);
  const inside = points.filter(({ x1, x2 }) => [x1, x2].every((at) => at >= low && at <= high));
  if (inside.length === 0) return [];
  const [first] = inside;
  const distance = (point: PlanePoint) => Math.hypot(point.x1 - first.x1, point.x2 - first.x2);
  return [first, inside.reduce((far, point) => (distance(point) > distance(far) ? point : far))];
}
