import { expectTargets } from '../expect/expect-targets';
import { Value } from './value';

/** The mean of (output − target)², for numbers from {@link ScalarMlp}. */
export function squaredError(outputs: readonly Value[], targets: readonly number[]): Value {
  expectTargets('squaredError', 'outputs', outputs, targets);
  // L = 1/n Σ (yᵢ − tᵢ)²
  const squares = outputs.map((output, index) => output.subtract(targets[index]).power(2));
  return Value.sum(squares).divide(outputs.length).named('loss');
}
