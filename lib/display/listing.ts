import { escapeText } from './escape-text';
import { colourLines } from './syntax-colours';
import { ink } from './theme';

/** Lines of a file to be read in a notebook. */
export interface Listing {
  /** Such as `lib/nn/linear.ts`. */
  readonly file: string;
  readonly lines: readonly string[];
  /** The number of the first line, from 1. */
  readonly from: number;
  /** By line, whether it is the one to look at. */
  readonly highlighted: readonly boolean[];
}

/** A listing in colours, dark on a light card, so that it reads in a dark and a light JupyterLab. */
export function htmlListing({ file, lines, from, highlighted }: Listing): string {
  const digits = String(from + lines.length - 1).length;
  const rows = colourLines(lines).map((line, index) => {
    const number = String(from + index).padStart(digits);
    const text = `<span style="color: ${ink.line}">${number}</span>  ${line || ' '}`;
    return highlighted[index] ? `<span style="background-color: ${marker}">${text}</span>` : text;
  });
  return (
    `<div style="background-color: ${ink.wash}; border: 1px solid ${ink.faint}; color: ${ink.text}; padding: 8px 12px; overflow-x: auto">` +
    `<div style="color: ${ink.quiet}; font-size: 12px; margin-bottom: 6px">${escapeText(file)}</div>` +
    `<pre style="background-color: ${ink.wash}; color: ${ink.text}; margin: 0; font-size: 12.5px; line-height: 1.45">` +
    `${rows.join('\n')}</pre></div>`
  );
}

/** The same for a terminal: `>` marks the highlighted lines. */
export function plainListing({ file, lines, from, highlighted }: Listing): string {
  const digits = String(from + lines.length - 1).length;
  const rows = lines.map((line, index) =>
    `${highlighted[index] ? '>' : ' '} ${String(from + index).padStart(digits)}  ${line}`.trimEnd(),
  );
  return [file, ...rows].join('\n');
}

const marker = '#fff3b0';
