import util from 'node:util';
import type { MimeBundle } from '../../lib/kernel';
import type { Shown } from './threads';

/** The method by which a value shows itself: it returns a MIME bundle. Deno's notebooks use the same name. */
const displaySymbol = Symbol.for('Jupyter.display');

/** How deep a result is printed. */
const depth = 4;

/** The formats in which the last value of a cell is shown: its own, or Node's plain text. */
export async function shown(value: unknown): Promise<Shown> {
  if (canShowItself(value)) return { data: await value[displaySymbol](), metadata: {} };
  return { data: { 'text/plain': util.inspect(value, { depth }) }, metadata: {} };
}

function canShowItself(value: unknown): value is { [displaySymbol](): MimeBundle | Promise<MimeBundle> } {
  return typeof (value as Record<symbol, unknown> | null | undefined)?.[displaySymbol] === 'function';
}
