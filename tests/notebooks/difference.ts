import { numbersAgree } from './tolerance';

/** One place where an output is not what the notebook stores; the values are ready to be printed. */
export interface Difference {
  /** What differs: `number off tolerance`, `text differs`, `output missing` … */
  readonly what: string;
  /** Where in the cell's outputs, such as `output 2 (chart), data[0].values[3].loss`. */
  readonly at: string;
  readonly stored: string;
  readonly got: string;
  /** For numbers: how far apart they are, and the tolerance. */
  readonly note?: string;
}

/** The difference between two numbers; empty when they agree within the tolerance. */
export function numberDifference(
  at: string,
  stored: number,
  got: number,
  tolerance: number,
  floor?: number,
): Difference[] {
  if (numbersAgree(stored, got, tolerance, floor)) return [];
  const distance = Math.abs(stored - got);
  const relative = distance / Math.max(Math.abs(stored), Math.abs(got));
  const apart = Number.isFinite(relative) ? `${digits(distance)} apart = ${digits(relative * 100)} %, ` : '';
  const allowed = tolerance === 0 ? 'must be exact' : `tolerance ${digits(tolerance * 100)} %`;
  const note = apart + allowed;
  return [{ what: 'number off tolerance', at, stored: String(stored), got: String(got), note }];
}

function digits(value: number): string {
  return String(Number(value.toPrecision(3)));
}
