import { greatestDifference } from './greatest-difference';
import { quantile } from './quantile';
import type { RawRun } from './raw-run';
import type { Timing } from './results';

/** The figures of a contender out of its raw run. @param reference whose losses it must have, if any */
export function timing({ losses, firstSeconds, rounds }: RawRun, reference?: readonly number[]): Timing {
  const steps = rounds.flat();
  const median = quantile(steps, 0.5);
  return {
    median,
    quartiles: [quantile(steps, 0.25), quantile(steps, 0.75)],
    rounds: rounds.map((round) => quantile(round, 0.5)),
    calls: steps.length,
    compileSeconds: Math.max(0, firstSeconds - (losses.length * median) / 1000),
    ...(reference && { difference: greatestDifference(losses, reference) }),
  };
}
