import type { MimeBundle } from '../../../lib/kernel';
import { attempt, inspected, printed } from '../inspected';
import type { Shown } from '../threads';

/** The method by which a value shows itself: it returns a MIME bundle. Deno's notebooks use the same name. */
const displaySymbol = Symbol.for('Jupyter.display');
const method = "[Symbol.for('Jupyter.display')]()";

/**
 * The formats in which the last value of a cell is shown: its own, or Node's plain text.
 *
 * @throws Error when the value shows itself by something that no front end can draw
 */
export async function shown(value: unknown): Promise<Shown> {
  // A proxy may throw at any question.
  const display = attempt(() => (value as Record<symbol, unknown> | null | undefined)?.[displaySymbol]);
  if (typeof display !== 'function')
    return { data: { 'text/plain': withHint(inspected(value)) }, metadata: {} };
  return { data: bundle(await display.call(value)), metadata: {} };
}

/** What is easily forgotten where a cell ends in one of these. */
const hints: Readonly<Record<string, string>> = {
  'Promise { <pending> }': 'its value is not there yet: put await in front',
  'Object [AsyncGenerator] {}': 'nothing of it has run yet: for await (const item of …)',
  'Object [Generator] {}': 'nothing of it has run yet: for (const item of …)',
};

function withHint(text: string): string {
  return Object.hasOwn(hints, text) ? `${text} // ${hints[text]}` : text;
}

/** What a value showed itself by, if JSON can hold it; front ends receive nothing else. */
function bundle(shown: unknown): MimeBundle {
  if (typeof shown !== 'object' || shown === null || Array.isArray(shown))
    throw new TypeError(
      `${method}: expected a bundle such as { 'text/plain': 'hello' }, got ${printed(shown, 100)}`,
    );
  for (const [format, content] of Object.entries(shown))
    if (content === undefined || typeof content === 'function' || typeof content === 'symbol')
      throw new TypeError(`${method}: expected text or JSON for ${format}, got ${printed(content, 100)}`);
  try {
    return JSON.parse(JSON.stringify(shown)) as MimeBundle;
  } catch (cause) {
    const [reason] = String((cause as Error).message).split('\n');
    throw new TypeError(`${method}: expected values that JSON can hold (${reason})`);
  }
}
