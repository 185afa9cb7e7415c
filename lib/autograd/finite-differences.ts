import type { Value } from './value';

/**
 * The slope of `f` in every parameter, by trying: nudge one number up and down and look at the result.
 *
 * Two evaluations per parameter, where {@link Value.backward} needs one pass for all of them: good as a check.
 *
 * @param f computes the result from the parameters as they are now
 * @param nudge how far up and down; the error falls with its square until rounding takes over
 */
export function finiteDifferences(f: () => Value, parameters: readonly Value[], nudge = 1e-5): number[] {
  return parameters.map((parameter) => {
    const start = parameter.data;
    parameter.data = start + nudge;
    const above = f().data;
    parameter.data = start - nudge;
    const below = f().data;
    parameter.data = start;
    // ∂f/∂p ≈ (f(p + h) − f(p − h)) / 2h
    return (above - below) / (2 * nudge);
  });
}
