import type { WrittenTable } from './table';

/** A table for a terminal, its columns aligned. */
export function plainTable({ columns, cells, numeric, caption }: WrittenTable): string {
  const widths = columns.map((name, column) =>
    Math.max(...[name, ...cells.map((row) => row[column])].map(width)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((text, column) => {
        const gap = ' '.repeat(widths[column] - width(text));
        return numeric[column] ? gap + text : text + gap;
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
