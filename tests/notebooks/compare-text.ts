import { type Difference, numberDifference } from './difference';

/** A number that stands by itself: not inside a name (`conv2`, `x_1`) and not the second half of another number. */
const numberPattern =
  /(?:(?<![\p{L}\p{N}_.)\]])[-−+])?(?<![\p{L}\p{N}_.])(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?|(?<![\p{L}\p{N}_.])[-−+]?(?:NaN\b|Infinity\b|∞)/gu;

interface Parts {
  /** The text around the numbers: one piece more than there are numbers. */
  readonly words: readonly string[];
  readonly numbers: readonly string[];
}

/**
 * Compares two texts: the words exactly, the numbers one by one within the tolerance. The width of gaps and of ruled
 * lines doesn't count, since it follows the width of the numbers.
 *
 * @param tolerance 0 asks for the same text; Infinity lets every number pass
 * @returns the first difference in the words, or else every number that is off
 */
export function compareText(at: string, stored: string, got: string, tolerance: number): Difference[] {
  if (stored === got) return [];
  const [before, after] = [split(stored), split(got)];
  if (before.words.join('\0') !== after.words.join('\0')) return [lineDifference(at, stored, got, tolerance)];
  if (tolerance === Number.POSITIVE_INFINITY) return [];
  const off = before.numbers.flatMap((number, index) => {
    const where = `${at}, number ${index + 1}${context(before.words[index])}`;
    return numberDifference(where, parseNumber(number), parseNumber(after.numbers[index]), tolerance);
  });
  // Exact means the same text, also where it only spells a number in another way.
  return off.length === 0 && tolerance === 0 ? [lineDifference(at, stored, got, 0)] : off;
}

function split(text: string): Parts {
  const tidy = text
    .replace(/[─━═=_-]{3,}/g, '───')
    .replace(/[ \t]+$/gm, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  const numbers = tidy.match(numberPattern) ?? [];
  // A gap before a number may be a minus sign's place: `x  0.5` and `x -0.5`.
  const words = tidy.split(numberPattern).map((word) => word.replace(/^ | $/gm, ''));
  return { words, numbers };
}

function parseNumber(number: string): number {
  const plain = number.replaceAll(',', '').replace('−', '-').replace('∞', 'Infinity').replace(/^\+/, '');
  return Number(plain);
}

/** The words that lead up to a number, so that a reader finds it: ` after "accuracy"`. */
function context(words: string): string {
  const last = words.trim().split('\n').at(-1)!.trim().slice(-30);
  return last === '' ? '' : ` after ${JSON.stringify(last)}`;
}

/** The first line whose words differ; with tolerance 0, the first that differs at all. */
function lineDifference(at: string, stored: string, got: string, tolerance: number): Difference {
  const [before, after] = [stored.split('\n'), got.split('\n')];
  const key = (line: string) => (tolerance === 0 ? line : split(line).words.join('\0'));
  const place = before.findIndex(
    (line, index) => after[index] === undefined || key(line) !== key(after[index]),
  );
  const line = place < 0 ? before.length : place;
  return {
    what: 'text differs',
    at: `${at}, line ${line + 1}`,
    stored: quote(before[line]),
    got: quote(after[line]),
  };
}

function quote(line: string | undefined): string {
  if (line === undefined) return '(no such line)';
  return line.length > 160 ? `${JSON.stringify(line.slice(0, 160))}…` : JSON.stringify(line);
}
