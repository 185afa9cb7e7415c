import { expectBetween } from '../expect/expect-between';
import type { Schedule } from './schedule';

/** The stairs of {@link stepDecay}. */
export interface StepDecayOptions {
  /** The rate at the start. */
  readonly peak: number;
  /** How many steps a rate lasts. */
  readonly every: number;
  /** What it is then multiplied by. */
  readonly factor?: number;
}

/**
 * Falls in stairs.
 *
 * He et al., "Deep residual learning for image recognition", 2016, section 3.4.
 *
 * @example stepDecay({ peak: 0.1, every: 1000 }) // 0.1, from step 1000 on 0.01, from step 2000 on 0.001 …
 */
export function stepDecay({ peak, every, factor = 0.1 }: StepDecayOptions): Schedule {
  expectBetween('stepDecay', 'peak', peak, 0);
  expectBetween('stepDecay', 'every', every, 1);
  expectBetween('stepDecay', 'factor', factor, 0);
  return (step) => peak * factor ** Math.floor(step / every);
}
