import { Measurements } from './measurements';

/**
 * Puts every column on one scale: mean 0 and standard deviation 1 over the training pictures.
 *
 * Mean and deviation come from the training pictures alone and are used on both sets as they are; the test pictures
 * have no say. A column that never changes in training can teach nothing: it becomes 0 in both sets.
 *
 * @param train whose columns are measured
 * @param test shifted and scaled in the same way
 */
export function standardise(
  train: Measurements,
  test: Measurements,
): { train: Measurements; test: Measurements } {
  const { size: n, width, values } = train;
  if (test.width !== width)
    throw new Error(`standardise: expected test rows of ${width} numbers as in training, got ${test.width}`);
  const mean = new Float64Array(width);
  const variance = new Float64Array(width);
  for (let at = 0; at < values.length; at++) mean[at % width] += values[at] / n;
  for (let at = 0; at < values.length; at++) variance[at % width] += (values[at] - mean[at % width]) ** 2 / n;
  // at float32 a constant column may stray from its mean by rounding
  const isConstant = variance.map((spread, column) => Number(spread <= (1e-6 * mean[column]) ** 2));
  const scale = (set: Measurements) => {
    // (x − mean) / deviation
    const scaled = set.values.map((x, at) => {
      const column = at % width;
      return isConstant[column] ? 0 : (x - mean[column]) / Math.sqrt(variance[column]);
    });
    return new Measurements(scaled, set.labels);
  };
  return { train: scale(train), test: scale(test) };
}
