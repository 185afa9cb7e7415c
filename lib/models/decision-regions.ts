/** A rectangle of the plane, between `x1` and `x1End` and between `x2` and `x2End`, in which a model answers `y`. */
export interface DecisionRegion {
  readonly x1: number;
  readonly x1End: number;
  readonly x2: number;
  readonly x2End: number;
  readonly y: number;
}

export interface DecisionRegionsConfig {
  /** Lowest and highest first input. */
  readonly x1: readonly [number, number];
  /** Lowest and highest second input. */
  readonly x2: readonly [number, number];
  /** How many points are asked along the first input. */
  readonly columns: number;
  /** How many points are asked along the second input. */
  readonly rows: number;
}

/**
 * Asks a model for its answer on a grid of points and joins neighbours of a row that agree: a map of what it says
 * everywhere, in few rectangles.
 *
 * @param answer what the model says at a point, rounded as coarsely as the map may be
 * @returns the rectangles row by row; together they fill the window
 */
export function decisionRegions(
  answer: (x: readonly [number, number]) => number,
  { x1, x2, columns, rows }: DecisionRegionsConfig,
): DecisionRegion[] {
  if (!(Number.isInteger(columns) && columns > 0 && Number.isInteger(rows) && rows > 0))
    throw new Error(`decisionRegions: expected at least 1 column and 1 row, got ${columns} and ${rows}`);
  const at = ([low, high]: readonly [number, number], part: number) => low + part * (high - low);
  const regions: DecisionRegion[] = [];
  for (let row = 0; row < rows; row++) {
    const middle = at(x2, (row + 0.5) / rows);
    const says = Array.from({ length: columns }, (_, column) =>
      answer([at(x1, (column + 0.5) / columns), middle]),
    );
    for (let from = 0, to = 1; from < columns; from = to++) {
      while (to < columns && says[to] === says[from]) to++;
      const [start, end] = [at(x1, from / columns), at(x1, to / columns)];
      regions.push({
        x1: start,
        x1End: end,
        x2: at(x2, row / rows),
        x2End: at(x2, (row + 1) / rows),
        y: says[from],
      });
    }
  }
  return regions;
}
