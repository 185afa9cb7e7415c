import type { Difference } from './difference';
import type { CodeCell } from './notebook';

/** Why a notebook failed, ready to be printed. */
export interface Failure {
  /** Where: `cell 12 ('accuracy')`, with the first line of its source. Missing when it concerns the whole notebook. */
  readonly cell?: { readonly number: number; readonly id: string; readonly line: string };
  /** One line: what happened, with the values. */
  readonly headline: string;
  /** More lines: a traceback, a dead kernel's last words. */
  readonly details?: string;
}

/** What came out of one notebook. */
export interface Outcome {
  readonly path: string;
  readonly seconds: number;
  /** Empty when the notebook passed. */
  readonly failures: readonly Failure[];
  /** What the reader of the report should know: outputs that were not compared, a file that grows large. */
  readonly notes: readonly string[];
}

/** Where a failure lies. @param index position among all the notebook's cells, from 0 */
export function placeOf(cell: CodeCell, index: number): NonNullable<Failure['cell']> {
  const line = cell.source.trim().split('\n')[0];
  return { number: index + 1, id: cell.id, line: line.length > 100 ? `${line.slice(0, 99)}…` : line };
}

/** The failure that a difference makes. @param before what `got` was compared to */
export function differenceFailure(
  cell: Failure['cell'],
  { what, at, stored, got, note }: Difference,
  before: 'stored' | 'at first' = 'stored',
): Failure {
  return { cell, headline: `${what}: ${at}: ${before} ${stored}, got ${got}${note ? ` (${note})` : ''}` };
}
