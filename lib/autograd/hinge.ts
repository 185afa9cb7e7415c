import { expectTargets } from '../expect/expect-targets';
import { Value } from './value';

/**
 * The mean hinge loss of scores against targets −1 and 1: nothing to pay once a score is on the right side by 1.
 *
 * (Cortes and Vapnik, "Support-vector networks", 1995, section 3.)
 */
export function hinge(scores: readonly Value[], targets: readonly number[]): Value {
  expectTargets('hinge', 'outputs', scores, targets);
  const wrong = targets.find((target) => target !== -1 && target !== 1);
  if (wrong !== undefined) throw new Error(`hinge: expected targets of −1 or 1, got ${wrong}`);
  // L = 1/n Σ max(0, 1 − tᵢ sᵢ)
  const losses = scores.map((score, index) => score.multiply(-targets[index]).add(1).relu());
  return Value.sum(losses).divide(scores.length).named('loss');
}
