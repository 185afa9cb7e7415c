import type { Running } from './work';

/** The fewest calls of a time slice, however long one takes. */
const fewestCalls = 2;

/** What a slice of time brought. */
export interface Slice {
  /** Of each step; those that were done in one call share its time evenly. */
  readonly milliseconds: readonly number[];
  /** Processor seconds that this process used, all threads together. */
  readonly cpuSeconds: number;
}

/** Goes on with a row's work for a while and times every step. */
export function timed(running: Running, seconds: number): Slice {
  const milliseconds: number[] = [];
  const before = process.cpuUsage();
  const begun = performance.now();
  let calls = 0;
  for (let now = begun; now - begun < seconds * 1000 || calls < fewestCalls; calls++) {
    const steps = running.advance().length;
    const then = performance.now();
    for (let step = 0; step < steps; step++) milliseconds.push((then - now) / steps);
    now = then;
  }
  const { user, system } = process.cpuUsage(before);
  return { milliseconds, cpuSeconds: (user + system) / 1e6 };
}
