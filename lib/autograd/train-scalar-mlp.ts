import type { TrainingProgress } from '../train/training-progress';
import { type GradientDescentConfig, gradientDescent } from './gradient-descent';
import type { ScalarMlp } from './scalar-mlp';
import type { Value } from './value';

export interface ScalarTrainingConfig extends GradientDescentConfig {
  /** Compares the network's first outputs with the targets as given. */
  readonly loss: (outputs: readonly Value[], targets: readonly number[]) => Value;
  /** Figures to measure every so many steps and at the end, on examples that aren't trained on. */
  readonly heldOut?: { readonly every: number; readonly measure: () => Readonly<Record<string, number>> };
}

/**
 * Trains a network of {@link Value}s on all examples at once, step by step, telling how it goes.
 *
 * @param inputs one row of features per example
 * @param targets one number per example, as the loss wants them: 0 and 1, or −1 and 1
 */
export async function* trainScalarMlp(
  model: ScalarMlp,
  inputs: readonly (readonly number[])[],
  targets: readonly number[],
  { loss, heldOut, ...descent }: ScalarTrainingConfig,
): AsyncGenerator<TrainingProgress> {
  const { steps } = descent;
  const start = performance.now();
  const total = () =>
    loss(
      inputs.map((x) => model.forward(x)[0]),
      targets,
    );
  for (const { step, loss } of gradientDescent(model.parameters, total, descent)) {
    const seconds = (performance.now() - start) / 1000;
    const due = heldOut && (step % heldOut.every === 0 || step === steps);
    yield {
      step,
      steps,
      loss,
      secondsLeft: (seconds / step) * (steps - step),
      examplesPerSecond: (step * inputs.length) / seconds,
      ...(due && { heldOut: heldOut.measure() }),
    };
  }
}
