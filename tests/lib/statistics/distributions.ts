import * as fc from 'fast-check';

/** Distributions over `outcomes` outcomes, or over 1 … 6; some of their probabilities may be 0. */
export function distribution(outcomes?: number): fc.Arbitrary<number[]> {
  const length = outcomes ?? 6;
  return fc
    .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: outcomes ?? 1, maxLength: length })
    .filter((weights) => weights.some((weight) => weight > 1e-3))
    .map((weights) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.map((weight) => weight / total);
    });
}
