import { escapeText } from './escape-text';
import { formatNumber } from './format-number';
import { send } from './send';

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
  const isNumber = columns.map((column) => rows.every((row) => typeof row[column] === 'number'));
  send(
    {
      'text/html': html(columns, cells, isNumber, caption),
      'text/plain': plain(columns, cells, isNumber, caption),
    },
    'table',
  );
}

function cellText(value: TableRow[string], digits?: number): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? formatNumber(value, digits) : value;
}

function html(columns: string[], cells: string[][], isNumber: boolean[], caption?: string): string {
  const align = (column: number) =>
    `style="text-align: ${isNumber[column] ? 'right' : 'left'}; padding: 3px 12px"`;
  const heads = columns.map((name, column) => `<th ${align(column)}>${escapeText(name)}</th>`).join('');
  const body = cells
    .map(
      (row) =>
        `<tr>${row.map((text, column) => `<td ${align(column)}>${escapeText(text)}</td>`).join('')}</tr>`,
    )
    .join('\n');
  const above = caption ? `<p style="margin: 4px 0"><strong>${escapeText(caption)}</strong></p>\n` : '';
  return `${above}<table>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}

function plain(columns: string[], cells: string[][], isNumber: boolean[], caption?: string): string {
  const widths = columns.map((name, column) =>
    Math.max(...[name, ...cells.map((row) => row[column])].map(width)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((text, column) => {
        const gap = ' '.repeat(widths[column] - width(text));
        return isNumber[column] ? gap + text : text + gap;
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((size) => '-'.repeat(size)).join('  ');
  return [...(caption ? [caption] : []), line(columns), rule, ...cells.map(line)].join('\n');
}

/** Columns that `text` takes in a terminal: a Chinese sign takes two. */
function width(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/.test(sign) ? 2 : 1), 0);
}
