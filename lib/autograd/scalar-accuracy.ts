import { expectTargets } from '../expect/expect-targets';
import type { ScalarMlp } from './scalar-mlp';

/**
 * The share of examples that a network of two classes gets right: output above the threshold for class 1, not above it
 * for class 0.
 *
 * @param inputs one row of features per example
 * @param targets the class 0 or 1 of each
 * @param threshold 0 for scores of either sign (default), 0.5 for sigmoid outputs
 * @returns between 0 and 1
 */
export function scalarAccuracy(
  model: ScalarMlp,
  {
    inputs,
    targets,
  }: { readonly inputs: readonly (readonly number[])[]; readonly targets: readonly number[] },
  threshold = 0,
): number {
  const outputs = inputs.map((x) => model.forward(x)[0]);
  expectTargets('scalarAccuracy', 'outputs', outputs, targets);
  const right = outputs.filter((output, index) => output.data > threshold === (targets[index] === 1));
  return right.length / outputs.length;
}
