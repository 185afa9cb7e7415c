import { inspect } from 'node:util';
import { attempt } from './attempt';

/** The most characters of one value that are shown. */
const capacity = 20_000;
/** How deep a value is printed, and how many elements of a list: of rows of rows, all would be 100 to their depth. */
const depth = 4;
const elements = 100;
const rows = 20;

/**
 * A value as Node prints it, cut where it is long.
 *
 * @throws what the value's own `[util.inspect.custom]` throws
 */
export function inspected(value: unknown, most = capacity): string {
  return clipped(inspect(value, { depth, maxArrayLength: isTable(value) ? rows : elements }), most);
}

/** A value in print, also one that can't be printed. */
export function printed(value: unknown, most?: number): string {
  const text = attempt(() => inspected(value, most));
  return typeof text === 'string' ? text : `[${typeof value} that can't be printed]`;
}

/** A text, cut where it is long. */
export function clipped(text: string, most = capacity): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most)}… ${text.length - most} more characters`;
}

function isTable(value: unknown): boolean {
  return attempt(() => Array.isArray(value) && Array.isArray(value[0])) ?? false;
}
