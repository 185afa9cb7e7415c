import type { PlanePoint } from './decision-line';

/**
 * The part of a square window in which a unit with two inputs says yes, w·x + b > 0, as the corners of a polygon.
 *
 * @param window lowest and highest coordinate shown, on both axes
 * @returns the corners in order; none where the unit says no in the whole window
 */
export function halfPlane(
  weights: readonly number[],
  bias: number,
  [low, high]: readonly [number, number],
): PlanePoint[] {
  if (weights.length !== 2) throw new Error(`halfPlane: expected 2 weights, got ${weights.length}`);
  const [w1, w2] = weights;
  const sum = ({ x1, x2 }: PlanePoint) => w1 * x1 + w2 * x2 + bias;
  const square = [
    { x1: low, x2: low },
    { x1: high, x2: low },
    { x1: high, x2: high },
    { x1: low, x2: high },
  ];
  return square.flatMap((corner, index) => {
    const next = square[(index + 1) % 4];
    const [here, there] = [sum(corner), sum(next)];
    const kept = here > 0 ? [corner] : [];
    if (here > 0 === there > 0) return kept;
    // The edge's point with w·x + b = 0
    const part = here / (here - there);
    const crossing = {
      x1: corner.x1 + part * (next.x1 - corner.x1),
      x2: corner.x2 + part * (next.x2 - corner.x2),
    };
    return [...kept, crossing];
  });
}
