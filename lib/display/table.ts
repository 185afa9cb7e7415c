import { formatNumber } from './format-number';
import { htmlTable } from './html-table';
import { plainTable } from './plain-table';
import { send } from './send';
import { words } from './words';

/** A row's cells by column name. */
export type TableRow = Readonly<Record<string, string | number | boolean>>;

/**
 * Shows rows as a table; the columns are the first row's fields, in order.
 *
 * @param options.caption a line above the table
 * @param options.digits significant digits of the numbers, 4 if not said; whole numbers are written in full
 * @throws where there are no rows, or a row has other fields than the first
 */
export function table(
  rows: readonly TableRow[],
  { caption, digits }: { readonly caption?: string; readonly digits?: number } = {},
): void {
  if (rows.length === 0) throw new Error('show.table: expected at least one row, got none');
  const columns = Object.keys(rows[0]);
  rows.forEach((row, index) => {
    if (Object.keys(row).join() !== columns.join())
      throw new Error(
        `show.table: row ${index}: expected the fields ${columns.join(', ')}, got ${Object.keys(row).join(', ')}`,
      );
  });
  const cells = rows.map((row) => columns.map((column) => cellText(row[column], digits)));
  const numeric = columns.map((column) => rows.every((row) => typeof row[column] === 'number'));
  const written: WrittenTable = { columns, cells, numeric, caption };
  send({ 'text/html': htmlTable(written), 'text/plain': plainTable(written) }, 'table');
}

/** A table whose cells are text by now. */
export interface WrittenTable {
  readonly columns: readonly string[];
  /** `[row][column]` */
  readonly cells: readonly (readonly string[])[];
  /** By column: numbers, which stand at the right. */
  readonly numeric: readonly boolean[];
  readonly caption?: string;
}

function cellText(value: TableRow[string], digits?: number): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return typeof value === 'number' ? formatNumber(value, digits) : value;
}
