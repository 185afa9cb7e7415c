import * as tf from '@tensorflow/tfjs';
import { stepNumber } from '../compile';
import type { Optimizer } from './optimizer';

interface Constants {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/**
 * What {@link Adam} and {@link AdamW} share: α m̂ / (√v̂ + ε) for a gradient, having moved the slots m and v on.
 *
 * With m̂ = m/(1 − β₁ᵗ) and v̂ = v/(1 − β₂ᵗ) this equals a m / (√v + e) for a = α √(1 − β₂ᵗ)/(1 − β₁ᵗ) and
 * e = ε √(1 − β₂ᵗ), which corrects the bias with numbers instead of tensors (Kingma and Ba, 2015, section 2).
 * The scalars are tensors made once for all parameters; the caller's `tf.tidy` frees them.
 */
export function adamStep(
  optimizer: Optimizer,
  { beta1, beta2, epsilon }: Constants,
): (gradient: tf.Tensor, path: string) => tf.Tensor {
  // This update's number, from 1.
  const t = () => optimizer.steps + 1;
  const root = () => Math.sqrt(1 - beta2 ** t());
  const a = stepNumber(() => (optimizer.learningRate * root()) / (1 - beta1 ** t()));
  const e = stepNumber(() => epsilon * root());
  const [b1, rest1, b2, rest2] = [beta1, 1 - beta1, beta2, 1 - beta2].map((share) => tf.scalar(share));
  return (g, path) => {
    const m = optimizer.state[`${path}.m`];
    const v = optimizer.state[`${path}.v`];
    // m = β₁ m + (1 − β₁) g
    m.assign(m.mul(b1).add(g.mul(rest1)));
    // v = β₂ v + (1 − β₂) g²
    v.assign(v.mul(b2).add(g.square().mul(rest2)));
    return m.mul(a).div(v.sqrt().add(e));
  };
}
