/** The most characters of a line that are shown, and how many of them stand left of the place. */
const most = 200;
const before = 80;

/** A piece of a line: its text, and where in it the place begins and how wide it is. */
export interface Excerpt {
  readonly text: string;
  readonly at: number;
  readonly width: number;
}

/** What to show of a line around a place: all of it, unless it is as long as only data are. */
export function excerpt(line: string, at: number, width: number): Excerpt {
  if (line.length <= most) return { text: line, at, width: Math.max(1, Math.min(width, line.length - at)) };
  const from = Math.max(0, Math.min(at - before, line.length - most));
  const left = from > 0 ? '…' : '';
  const right = from + most < line.length ? '…' : '';
  const text = left + line.slice(from, from + most) + right;
  const shift = at - from + left.length;
  return { text, at: shift, width: Math.max(1, Math.min(width, text.length - shift)) };
}
