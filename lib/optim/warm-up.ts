import { expectBetween } from '../expect/expect-between';
import type { Schedule } from './schedule';

/** The climb at the start of a schedule. */
export interface WarmUpOptions {
  /** The rate that the warm-up leads to. */
  readonly peak: number;
  /** How many steps it takes; 0 for none. */
  readonly warmup?: number;
  /** The rate of step 0; by default one of `warmup` + 1 equal stairs, so that no step is wasted on a rate of 0. */
  readonly start?: number;
}

/**
 * Climbs in a straight line to the peak, then follows another schedule.
 *
 * (Goyal et al., "Accurate, large minibatch SGD", 2017, section 2.2.)
 *
 * @param after the schedule from step `warmup` on; its steps count from 0 there
 */
export function warmUp(
  { peak, warmup = 0, start = peak / (warmup + 1) }: WarmUpOptions,
  after: Schedule,
): Schedule {
  expectBetween('warmUp', 'peak', peak, 0);
  expectBetween('warmUp', 'warmup', warmup, 0);
  expectBetween('warmUp', 'start', start, 0);
  return (step) => (step < warmup ? start + ((peak - start) * step) / warmup : after(step - warmup));
}
