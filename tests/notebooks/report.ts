import path from 'node:path';
import type { Failure, Outcome } from './outcome';

/** How many failures of one cell are shown; the rest is counted. */
const shownFailures = 5;

/** One notebook's result in lines: passed or failed, the time, then every failure with its cell and values. */
export function reportNotebook(outcome: Outcome, root: string): string {
  const verdict = outcome.failures.length === 0 ? 'passed' : 'FAILED';
  const notes = outcome.notes.map((note) => `  ${note}`);
  const failures = outcome.failures.slice(0, shownFailures).map(reportFailure);
  const rest = outcome.failures.length - shownFailures;
  return [
    `${verdict}  ${shortName(outcome.path, root)}  ${outcome.seconds.toFixed(1)} s`,
    ...failures,
    ...(rest > 0 ? [`  and ${rest} more in this cell`] : []),
    ...notes,
  ].join('\n');
}

/** The closing table of times, and the line `N passed, N failed`. */
export function reportAll(outcomes: readonly Outcome[], root: string): string {
  const names = outcomes.map(({ path: file }) => shortName(file, root));
  const width = Math.max(...names.map((name) => name.length));
  const rows = outcomes.map(({ seconds, failures }, index) =>
    [
      names[index].padEnd(width),
      `${seconds.toFixed(1)} s`.padStart(9),
      failures.length ? 'FAILED' : 'passed',
    ].join('  '),
  );
  const failed = outcomes.filter(({ failures }) => failures.length > 0).length;
  return ['', ...rows, '', `${outcomes.length - failed} passed, ${failed} failed`].join('\n');
}

/** A notebook's path from the clone's folder, or the whole path of one that lies elsewhere. */
function shortName(file: string, root: string): string {
  const name = path.relative(root, file);
  return name.startsWith('..') ? file : name;
}

function reportFailure({ cell, headline, details }: Failure): string {
  const where = cell ? `  cell ${cell.number} ('${cell.id}'): ${cell.line}\n    ` : '  ';
  const more = details ? `\n${details.replace(/^/gm, '      ')}` : '';
  return `${where}${headline}${more}`;
}
