import { quantile } from './quantile';
import type { RowResult, Timing } from './results';

/** How a row ended. */
export interface Verdict {
  readonly ours?: Timing;
  /** The quickest of torch's contenders that do the same arithmetic. */
  readonly best?: Timing;
  readonly bestLabel?: string;
  /** Our compiled step's median time to that of torch's best; below 1 we are quicker. */
  readonly ratio?: number;
  /** Quartiles of that ratio, round by round. */
  readonly spread?: readonly [number, number];
}

/** Sets our compiled step beside the best of torch's. */
export function verdict({ times }: RowResult): Verdict {
  const ours: Timing | undefined = times['ours compiled'];
  const [bestLabel, best] =
    Object.entries(times)
      .filter(([label, { difference }]) => label.startsWith('torch') && difference !== undefined)
      .sort(([, a], [, b]) => a.median - b.median)[0] ?? [];
  if (!ours || !best) return { ours, best, bestLabel };
  const ratios = ours.rounds.map((round, index) => round / best.rounds[index]);
  return {
    ours,
    best,
    bestLabel,
    ratio: ours.median / best.median,
    spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
  };
}
