import { expectSize } from '../expect/expect-size';
import type { Rng } from '../rng';
import { Examples } from './examples';

/** How many points, and how far apart the classes keep. */
export interface SeparableConfig {
  /** How many points. */
  readonly size: number;
  /** The empty band on either side of the true line; a distance in [x1, x2, 1] space, see {@link separable}. */
  readonly margin: number;
}

/** Points of two classes, and a line that is known to keep them apart. */
export interface Separable {
  /** Inputs `[size, 2]`, each coordinate in −1 … 1; targets the class 0 or 1, taking turns. */
  readonly examples: Examples;
  /** The true line w·x + b = 0, with |(w, b)| = 1. */
  readonly weights: readonly [number, number];
  readonly bias: number;
}

/**
 * A random line through the square −1 … 1 and random points on both sides of it, none nearer than `margin`.
 *
 * Distances are those of the perceptron's proof, where a point is (x1, x2, 1) and the line (w1, w2, b): so that the
 * margin of the set is at least `margin` whatever the bias.
 */
export function separable({ size, margin }: SeparableConfig, rng: Rng): Separable {
  expectSize('separable', 'points', size, 2);
  if (!(margin > 0 && margin <= 0.5))
    throw new Error(`separable: expected a margin above 0 and at most 0.5, got ${margin}`);
  const angle = rng.uniform(0, 2 * Math.PI);
  const offset = rng.uniform(-0.4, 0.4);
  const norm = Math.hypot(1, offset);
  const weights = [Math.cos(angle) / norm, Math.sin(angle) / norm] as const;
  const bias = offset / norm;

  const inputs: [number, number][] = [];
  const targets: number[] = [];
  while (inputs.length < size) {
    const x: [number, number] = [rng.uniform(-1, 1), rng.uniform(-1, 1)];
    // (w·x + b) / |(w, b)|, counted from the side where this point's class belongs
    const target = 1 - (inputs.length % 2);
    const distance = (weights[0] * x[0] + weights[1] * x[1] + bias) * (target === 1 ? 1 : -1);
    if (distance < margin) continue;
    inputs.push(x);
    targets.push(target);
  }
  return { examples: new Examples(inputs, targets), weights, bias };
}
