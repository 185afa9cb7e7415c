import { inspect } from 'node:util';

/** The most characters of one value that are shown. */
const capacity = 20_000;
/** How deep a value is printed. */
const depth = 4;

/** What `read` gives; nothing where it throws, as a getter or a trap of a reader's proxy may. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/**
 * A value as Node prints it, cut where it is long.
 *
 * @throws what the value's own `[util.inspect.custom]` throws
 */
export function inspected(value: unknown, most = capacity): string {
  return clipped(inspect(value, { depth, maxArrayLength: isTable(value) ? 20 : 100 }), most);
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

/** Rows of rows would print a hundred to the power of their depth. */
function isTable(value: unknown): boolean {
  return attempt(() => Array.isArray(value) && Array.isArray(value[0])) ?? false;
}
