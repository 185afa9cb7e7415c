import type { Schedule } from './schedule';

/** The same rate for every step. */
export function constant(rate: number): Schedule {
  return () => rate;
}
