import { expectBetween } from '../expect/expect-between';
import type { DecayOptions } from './decay-options';
import type { Schedule } from './schedule';
import { warmUp } from './warm-up';

/**
 * Climbs to the peak, then falls to the floor along a curve.
 *
 * @param left what is left of the way down, from 1 to 0, when the given part of the time has passed, from 0 to 1
 */
export function decay(who: string, options: DecayOptions, left: (passed: number) => number): Schedule {
  const { peak, steps, warmup = 0, floor = 0 } = options;
  expectBetween(who, 'peak', peak, 0);
  expectBetween(who, 'floor', floor, 0);
  if (!(steps > warmup))
    throw new Error(`${who}: expected more steps than the warm-up’s ${warmup}, got ${steps}`);
  if (floor > peak) throw new Error(`${who}: expected a floor of at most the peak ${peak}, got ${floor}`);
  const length = steps - warmup;
  return warmUp(options, (step) => floor + (peak - floor) * left(Math.min(step / length, 1)));
}
