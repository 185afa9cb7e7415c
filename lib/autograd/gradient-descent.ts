import type { Value } from './value';

export interface GradientDescentConfig {
  readonly steps: number;
  /** The step per unit of slope; a function of the step, counted from 0, if it is to change. */
  readonly learningRate: number | ((step: number) => number);
}

/** One update: its number, counted from 1, and the loss before it. */
export interface DescentStep {
  readonly step: number;
  readonly loss: number;
}

/**
 * Plain gradient descent on {@link Value}s: each step builds the loss anew, asks for its gradients, and goes downhill.
 *
 * The caller's loop may stop it at any step.
 *
 * @param loss builds the loss from the parameters as they are now
 */
export function* gradientDescent(
  parameters: readonly Value[],
  loss: () => Value,
  { steps, learningRate }: GradientDescentConfig,
): Generator<DescentStep> {
  for (let step = 0; step < steps; step++) {
    const result = loss();
    result.backward();
    const rate = typeof learningRate === 'number' ? learningRate : learningRate(step);
    // p ← p − η ∂L/∂p
    for (const parameter of parameters) parameter.data -= rate * parameter.grad;
    yield { step: step + 1, loss: result.data };
  }
}
