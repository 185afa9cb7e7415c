import type { Results, RowResult, Timing } from './results';
import { shareOfPeak } from './share-of-peak';
import { verdict } from './verdict';

/** The columns of the table. */
export const columns = [
  'work',
  'ours eager',
  'ours compiled',
  'torch eager',
  'torch.compile',
  'ours ÷ best torch',
  'goal',
  'compiling, s',
  'share of matmul peak',
] as const;

/** What stands where something was not measured. */
const none = '–';

/** The table's cells, row by row: times in ms per step, or tokens per second; ours first where two stand together. */
export function table({ rows, peak }: Pick<Results, 'rows' | 'peak'>): string[][] {
  const best = Math.max(...Object.values(peak));
  return rows.map((row) => {
    const { ours, best: theirs, ratio } = verdict(row);
    const share = (timing?: Timing) =>
      timing ? `${(100 * shareOfPeak(row.flops, timing.median, best)).toFixed(0)} %` : none;
    const compiling = [row.times['ours compiled'], row.times['torch.compile']];
    return [
      row.title,
      ...['ours eager', 'ours compiled', 'torch eager', 'torch.compile'].map((label) => speed(row, label)),
      ratio === undefined ? none : ratio.toFixed(2),
      `≤ ${row.goal.toPrecision(2)}`,
      compiling.map((timing) => timing?.compileSeconds.toFixed(1) ?? none).join(' / '),
      `${share(ours)} / ${share(theirs)}`,
    ];
  });
}

function speed({ times, step }: RowResult, label: string): string {
  const median = times[label]?.median;
  if (median === undefined) return none;
  return step === 'token' ? `${Math.round(1000 / median)} tokens/s` : `${significant(median)} ms`;
}

/** Three digits that count, all of those before the point. */
function significant(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
