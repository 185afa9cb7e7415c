import type { Schedule } from './schedule';

/** The rate of a step, which must be a finite number of at least 0. */
export function rateAt(who: string, learningRate: number | Schedule, step: number): number {
  const rate = typeof learningRate === 'number' ? learningRate : learningRate(step);
  if (!(rate >= 0 && rate < Infinity))
    throw new Error(`${who}: expected a learning rate of at least 0, got ${rate} at step ${step}`);
  return rate;
}
