/**
 * The threshold unit: 1 when the weighted sum of the inputs is above the threshold θ, else 0.
 *
 * McCulloch and Pitts ("A logical calculus of the ideas immanent in nervous activity", 1943) had signals of 0 and 1,
 * equal weights, and inhibition that forbids firing; the weighted sum is the form in which the idea lived on.
 *
 * @param x one signal per weight
 * @example thresholdUnit([1, 1], [1, 1], 1.5) // AND: 1
 */
export function thresholdUnit(x: readonly number[], weights: readonly number[], threshold: number): 0 | 1 {
  if (x.length !== weights.length)
    throw new Error(`thresholdUnit: expected ${weights.length} signals, one per weight, got ${x.length}`);
  const wrong = [...x, ...weights, threshold].find((number) => !Number.isFinite(number));
  if (wrong !== undefined) throw new Error(`thresholdUnit: expected finite numbers, got ${wrong}`);
  // Σ wᵢ xᵢ > θ
  const sum = weights.reduce((total, weight, index) => total + weight * x[index], 0);
  return sum > threshold ? 1 : 0;
}
