import type { Results, RowResult } from './results';
import { columns, table } from './table';

/** The table with what must be known to read it, for README.md. */
export function markdownReport(results: Results): string {
  const { date, machine, versions, threads, rounds, load, peak, rows } = results;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const other = Math.max(...rows.map(({ otherWork }) => otherWork));
  const peaks = Object.entries(peak).map(([side, speed]) => `${side} ${(speed / 1e9).toFixed(0)}`);
  return [
    line(columns),
    line(columns.map((_, column) => (column === 0 ? '---' : '--:'))),
    ...table(results).map(line),
    '',
    `Measured ${date.slice(0, 10)} by \`npm run bench\` on ${machine.processor}, ${machine.cores} cores, ` +
      `${machine.system}, ${threads} threads for each side; ` +
      `${Object.entries(versions)
        .map((pair) => pair.join(' '))
        .join(', ')}. ` +
      `Medians of ${rounds} turns each, one contender after the other; same first weights, same batches, losses of ` +
      `${results.comparedSteps} steps equal to ${worst(rows).toExponential(0)}, relative. ` +
      `Large matrix products: ${peaks.join(', ')} GFLOP/s. ` +
      `Load before the run ${load.toFixed(1)}; other programs took up to ${other.toFixed(1)} cores.`,
    ...rows.flatMap(further),
  ].join('\n');
}

function worst(rows: readonly RowResult[]): number {
  return Math.max(
    ...rows.flatMap(({ times }) => Object.values(times).map(({ difference = 0 }) => difference)),
  );
}

/** What a row has beyond the table's columns. */
function further({ title, times, missing, note }: RowResult): string[] {
  const others = Object.entries(times)
    .filter(([label]) => !columns.includes(label as (typeof columns)[number]))
    .map(([label, { median }]) => `${label} ${median.toPrecision(3)} ms`);
  const lacks = Object.entries(missing).map(([label, why]) => `${label} not measured (${why})`);
  const facts = [...(note ? [note] : []), ...others, ...lacks];
  return facts.length > 0 ? ['', `${title}: ${facts.join('; ')}.`] : [];
}
