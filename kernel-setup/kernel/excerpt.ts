import { ansi } from './ansi';

/** The most characters of a line that are shown, and how many of them stand left of the place. */
const most = 200;
const before = 80;

/** The place that is pointed at: its line, how many characters stand left of it, and how many it takes. */
export interface Pointed {
  readonly line: number;
  readonly at: number;
  readonly width: number;
  readonly mark: '^' | '~';
}

/**
 * Lines of source with marks under a place in one of them; of a line as long as only data are, a piece is shown.
 *
 * @param lines as `[number, text]`
 */
export function excerpt(lines: readonly (readonly [number, string])[], place: Pointed): string[] {
  return lines.flatMap(([number, text]) => {
    if (number !== place.line) return [`${ansi.dim(`      ${number}`)} ${piece(text, 0).text}`];
    const pointer = `----> ${number} `;
    const shown = piece(text, place.at);
    // Tabs stay, so that the marks stand below their place.
    const indent = shown.text.slice(0, shown.at).replace(/[^\t]/g, ' ');
    const width = Math.max(1, Math.min(place.width, shown.text.length - shown.at));
    return [
      ansi.green(pointer) + shown.text,
      ' '.repeat(pointer.length) + indent + ansi.red(place.mark.repeat(width)),
    ];
  });
}

/** What is shown of a line around a place, and where the place stands in that. */
function piece(line: string, at: number): { readonly text: string; readonly at: number } {
  if (line.length <= most) return { text: line, at };
  const from = Math.max(0, Math.min(at - before, line.length - most));
  const left = from > 0 ? '…' : '';
  const right = from + most < line.length ? '…' : '';
  return { text: left + line.slice(from, from + most) + right, at: at - from + left.length };
}
