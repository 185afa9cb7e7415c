import type { Rng } from '../rng';
import { gradientDescent } from './gradient-descent';
import { ScalarMlp } from './scalar-mlp';
import { squaredError } from './squared-error';

export interface RandomStartConfig {
  readonly hidden: number;
  /** Updates after which the start counts as failed. */
  readonly steps: number;
  readonly learningRate: number;
}

/** Where one random start ended. */
export interface RandomStart {
  readonly model: ScalarMlp;
  /** The loss at the last step, before its update. */
  readonly loss: number;
  /** What the trained network says to each example. */
  readonly outputs: readonly number[];
  /** Whether every output is on the right side of 0.5. */
  readonly learned: boolean;
}

/** The loss at which a start has learned enough to stop. */
const enough = 0.01;

/**
 * One random start of a sigmoid network with one hidden layer, trained by gradient descent on the squared error until
 * the loss is below 0.01 or the steps are used up.
 *
 * @param inputs one row of features per example
 * @param targets the class 0 or 1 of each
 * @param rng draws the starting weights
 */
export function randomStart(
  {
    inputs,
    targets,
  }: { readonly inputs: readonly (readonly number[])[]; readonly targets: readonly number[] },
  { hidden, steps, learningRate }: RandomStartConfig,
  rng: Rng,
): RandomStart {
  if (!Number.isInteger(steps) || steps < 1)
    throw new Error(`randomStart: expected at least 1 step, got ${steps}`);
  const config = { hidden: 'sigmoid', output: 'sigmoid' } as const;
  const model = new ScalarMlp({ layers: [inputs[0].length, hidden, 1], ...config }, rng);
  const outputs = () => inputs.map((x) => model.forward(x)[0]);
  const descent = gradientDescent(model.parameters, () => squaredError(outputs(), targets), {
    steps,
    learningRate,
  });
  let loss = Number.POSITIVE_INFINITY;
  for ({ loss } of descent) if (loss < enough) break;
  const said = outputs().map((output) => output.data);
  return { model, loss, outputs: said, learned: said.every((y, row) => y > 0.5 === (targets[row] === 1)) };
}
