/** How far from 1 a sum of probabilities may be: the rounding of a large softmax in float32 stays far below it. */
const slack = 1e-4;

/**
 * Refuses numbers that are no probability distribution: none, outside of 0 … 1, or with another sum than 1.
 *
 * @throws Error `entropy: expected probabilities that add up to 1, got 0.9`
 */
export function expectDistribution(who: string, probabilities: readonly number[]): void {
  if (probabilities.length === 0) throw new Error(`${who}: expected at least one probability, got none`);
  const wrong = probabilities.findIndex((p) => !(p >= 0 && p <= 1 + slack));
  if (wrong >= 0)
    throw new Error(`${who}: expected probabilities 0 … 1, got ${probabilities[wrong]} at position ${wrong}`);
  const sum = probabilities.reduce((total, p) => total + p, 0);
  if (Math.abs(sum - 1) > slack)
    throw new Error(
      `${who}: expected probabilities that add up to 1, got ${Number(sum.toPrecision(6))}. Divide each by the sum.`,
    );
}
