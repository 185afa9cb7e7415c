import { expectTargets } from '../expect/expect-targets';

/** Radius and margin of a set of examples, and what they promise. */
export interface MistakeBound {
  /** R, the length of the longest example, its constant 1 for the bias included. */
  readonly radius: number;
  /** γ, the distance from the separating plane to the nearest example. */
  readonly margin: number;
  /** (R/γ)², the most mistakes Rosenblatt's rule can make from zero weights, in any order, for ever. */
  readonly bound: number;
}

/**
 * The perceptron's mistake bound, seen from a known solution.
 *
 * (Novikoff, "On convergence proofs on perceptrons", 1962.) Any separating line gives a bound that holds; the one with
 * the widest margin gives the tightest.
 *
 * @param inputs `[rows][inputs]`
 * @param targets one label per row, above 0 for "yes"
 * @param weights a solution: every row lies strictly on its side of w·x + b = 0
 */
export function mistakeBound(
  inputs: readonly (readonly number[])[],
  targets: readonly number[],
  weights: readonly number[],
  bias: number,
): MistakeBound {
  expectTargets('mistakeBound', 'rows', inputs, targets);
  const plane = [...weights, bias];
  const rows = inputs.map((x) => [...x, 1]);
  // R = max |x|
  const radius = Math.max(...rows.map((row) => Math.hypot(...row)));
  // γ = min ± (w·x + b) / |(w, b)|
  const margin = Math.min(
    ...rows.map((row, index) => ((targets[index] > 0 ? 1 : -1) * dot(plane, row)) / Math.hypot(...plane)),
  );
  if (!(margin > 0))
    throw new Error(`mistakeBound: expected weights that separate the rows, got a margin of ${margin}`);
  return { radius, margin, bound: (radius / margin) ** 2 };
}

function dot(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length)
    throw new Error(`mistakeBound: expected ${b.length - 1} weights, one per input, got ${a.length - 1}`);
  return a.reduce((sum, number, index) => sum + number * b[index], 0);
}
