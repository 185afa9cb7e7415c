import type { MimeBundle } from '../../../lib/kernel';
import type { Shown } from '../threads';
import { attempt } from './attempt';
import { inspected } from './inspected';
import { expectFormats, toJson } from './mime-bundle';

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
  const bundle: unknown = await display.call(value);
  expectFormats(method, bundle);
  return { data: JSON.parse(toJson(method, bundle)) as MimeBundle, metadata: {} };
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
