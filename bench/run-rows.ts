import os from 'node:os';
import { LossesDiffer } from './losses-differ';
import { machine } from './machine';
import { measureRow } from './measure-row';
import type { Options } from './options';
import type { ProgressLine } from './progress-line';
import type { Results, RowResult } from './results';
import type { Session } from './session';
import { verdict } from './verdict';

/** The size of the matrix products whose speed is taken for the machine's peak. */
const peakSize = 2048;
const peakTimes = 40;

/**
 * Measures rows, one after the other.
 *
 * @returns the rows that are sound, and whether all are
 */
export async function runRows(
  { rows, threads, ...effort }: Options,
  session: Session,
  line: ProgressLine,
): Promise<{ results: Results; sound: boolean }> {
  const load = os.loadavg()[0];
  const date = new Date().toISOString();
  const peak: Record<string, number> = {};
  await measurePeak(session, peak, line);
  const done: RowResult[] = [];
  for (const row of rows)
    try {
      const result = await measureRow(row, session, effort, (what) => line.set(`${row.name}  ${what}`));
      done.push(result);
      line.print(summary(result));
    } catch (cause) {
      if (!(cause instanceof LossesDiffer)) throw cause;
      line.print(`✗ ${cause.message}`);
    }
  await measurePeak(session, peak, line); // again, for the first time may have been a noisy one
  const { rounds, secondsPerRound, comparedSteps } = effort;
  const results = {
    ...{
      date,
      machine: machine(),
      versions: session.versions,
      threads,
      rounds,
      secondsPerRound,
      comparedSteps,
    },
    ...{ load, peak, rows: done },
  };
  return { results, sound: done.length === rows.length };
}

/** Raises each side's peak to what it reaches now. */
async function measurePeak({ ours, torch }: Session, peak: Record<string, number>, line: ProgressLine) {
  line.set('the machine’s speed at large matrix products');
  for (const [name, child] of Object.entries({ TensorFlow: ours, PyTorch: torch })) {
    if (!child) continue;
    const speed = await child.ask<number>({ do: 'peak', size: peakSize, times: peakTimes });
    peak[name] = Math.max(peak[name] ?? 0, speed);
  }
}

/** One row in one line. */
function summary(result: RowResult): string {
  const { ratio, spread } = verdict(result);
  const times = Object.entries(result.times).map(
    ([label, { median }]) => `${label} ${median.toPrecision(3)} ms`,
  );
  const differences = Object.values(result.times).map(({ difference = 0 }) => difference);
  return [
    `✓ ${result.name}: ${times.join(', ')}`,
    ...(ratio && spread ? [`ratio ${ratio.toFixed(2)} (${spread.map((r) => r.toFixed(2)).join('–')})`] : []),
    `losses ${result.losses.map((loss) => loss.toFixed(3)).join(' → ')}, equal to ${Math.max(...differences).toExponential(1)}`,
    `other programs ${result.otherWork.toFixed(1)} cores`,
    ...Object.entries(result.missing).map(([label, why]) => `${label} not measured: ${why}`),
  ].join('; ');
}
