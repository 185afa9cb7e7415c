import { expectBetween } from '../expect/expect-between';
import { expectSize } from '../expect/expect-size';
import type { Rng } from '../rng';
import { Examples } from './examples';

/** How many points, and how far they stray. */
export interface TwoMoonsConfig {
  readonly size: number;
  /** Standard deviation of the noise added to both coordinates; the moons have radius 1. 0: none, 0.3: they overlap. */
  readonly noise: number;
}

/**
 * Two half circles that reach into each other, no straight line between them: class 0 the upper, class 1 the lower.
 *
 * The same points as scikit-learn's `make_moons`, in random order.
 *
 * @returns inputs `[size, 2]`, targets the class 0 or 1
 * @example twoMoons({ size: 100, noise: 0.1 }, new Rng(1))
 */
export function twoMoons({ size, noise }: TwoMoonsConfig, rng: Rng): Examples {
  expectSize('twoMoons', 'points', size, 4);
  expectBetween('twoMoons', 'noise', noise, 0);
  const upper = Math.floor(size / 2);
  const points = Array.from({ length: size }, (_, index) => {
    const label = index < upper ? 0 : 1;
    const [nth, count] = label === 0 ? [index, upper] : [index - upper, size - upper];
    const angle = (Math.PI * nth) / (count - 1);
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    // upper: (cos θ, sin θ); lower: (1 − cos θ, ½ − sin θ)
    const [atX, atY] = label === 0 ? [x, y] : [1 - x, 0.5 - y];
    return { label, input: [atX + rng.normal(0, noise), atY + rng.normal(0, noise)] };
  });
  const shuffled = Array.from(rng.permutation(size), (index) => points[index]);
  return new Examples(
    shuffled.map(({ input }) => input),
    shuffled.map(({ label }) => label),
  );
}
