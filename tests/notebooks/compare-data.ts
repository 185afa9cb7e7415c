import { compareText } from './compare-text';
import { type Difference, numberDifference } from './difference';
import { absoluteFloor } from './tolerance';

/**
 * Compares the data of two charts value by value: same rows, same columns, numbers within the tolerance.
 *
 * A number near zero in a column of large ones is judged by the column: a tenth of the tolerance of the column's
 * largest magnitude is always allowed, which no eye sees in the chart.
 *
 * @param stored,got rows of a Vega-Lite spec's data, or the traces of a Plotly figure
 */
export function compareData(at: string, stored: unknown, got: unknown, tolerance: number): Difference[] {
  const largest = new Map<string, number>();
  measure(stored, '', largest);
  return compare(at, stored, got, '', { tolerance, largest });
}

interface Scale {
  readonly tolerance: number;
  /** The largest magnitude by column. */
  readonly largest: ReadonlyMap<string, number>;
}

function compare(at: string, stored: unknown, got: unknown, column: string, scale: Scale): Difference[] {
  if (typeof stored === 'number' && typeof got === 'number') {
    const seen = scale.largest.get(column) ?? 0;
    const floor = Math.max(absoluteFloor, (scale.tolerance / 10) * seen);
    return numberDifference(at, stored, got, scale.tolerance, floor);
  }
  if (typeof stored === 'string' && typeof got === 'string')
    return compareText(at, stored, got, scale.tolerance);
  if (Array.isArray(stored) && Array.isArray(got)) {
    if (stored.length !== got.length)
      return [
        { what: 'chart data differ', at, stored: `${stored.length} values`, got: `${got.length} values` },
      ];
    return stored.flatMap((value, index) => compare(`${at}[${index}]`, value, got[index], column, scale));
  }
  if (isRecord(stored) && isRecord(got)) {
    const keys = [...new Set([...Object.keys(stored), ...Object.keys(got)])];
    return keys.flatMap((key) => compare(`${at}.${key}`, stored[key], got[key], `${column}.${key}`, scale));
  }
  if (stored === got) return [];
  return [{ what: 'chart data differ', at, stored: show(stored), got: show(got) }];
}

/** Array positions don't count: all rows of a column share its scale. */
function measure(value: unknown, column: string, largest: Map<string, number>): void {
  if (typeof value === 'number' && Number.isFinite(value))
    largest.set(column, Math.max(largest.get(column) ?? 0, Math.abs(value)));
  else if (Array.isArray(value)) for (const item of value) measure(item, column, largest);
  else if (isRecord(value))
    for (const [key, item] of Object.entries(value)) measure(item, `${column}.${key}`, largest);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return value === undefined ? '(nothing)' : (JSON.stringify(value) ?? String(value)).slice(0, 160);
}
