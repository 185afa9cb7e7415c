import { escapeText } from './escape-text';
import type { WrittenTable } from './table';

/** The longest text, in characters, of a column that is never broken into lines, such as one of dates. */
const short = 12;

/** A table as HTML that takes its colours from the page, dark or light. */
export function htmlTable({ columns, cells, numeric, caption }: WrittenTable): string {
  const isShort = columns.map((_, column) => cells.every((row) => row[column].length <= short));
  const align = (column: number) =>
    `style="text-align: ${numeric[column] ? 'right' : 'left'}; padding: 3px 12px${isShort[column] ? '; white-space: nowrap' : ''}"`;
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
