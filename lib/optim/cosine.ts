import { decay } from './decay';
import type { DecayOptions } from './decay-options';
import type { Schedule } from './schedule';

/**
 * Climbs to the peak, then falls to the floor along half a cosine: slowly, fast, slowly.
 *
 * Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts", 2017, eq. 5.
 *
 * @example cosine({ peak: 1e-3, steps: 2000, warmup: 100, floor: 1e-4 })
 */
export function cosine(options: DecayOptions): Schedule {
  return decay('cosine', options, (passed) => (1 + Math.cos(Math.PI * passed)) / 2);
}
