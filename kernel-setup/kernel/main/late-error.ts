import { ansi } from '../ansi';
import { attempt } from './attempt';
import { failure } from './failure';
import type { SourceLines } from './source-lines';
import { framesOf } from './stack';

/** What ended in an error outside of any cell: a promise that nobody awaits, or a call of Node's, as by a timer. */
export type Origin = 'promise' | 'callback';

const words = {
  promise: ['Unhandled rejection', 'a promise failed, and nothing awaits it'],
  callback: ['Uncaught error', 'thrown in a callback, such as a timer’s'],
} as const;

/** An error that no cell can end with: what it is, and the cell that began it, as far as its lines tell. */
export function lateError(
  thrown: unknown,
  origin: Origin,
  lines: SourceLines,
): { cell?: number; text: string } {
  const cell = beginner(thrown, lines);
  const [what, why] = words[origin];
  const head = `${ansi.red(what)}${cell === undefined ? '' : ` of ${ansi.cyan(`cell [${cell}]`)}`}: ${why}`;
  return { cell, text: [head, ...failure(thrown, lines).traceback, ''].join('\n') };
}

/** The cell of the outermost call. */
function beginner(thrown: unknown, lines: SourceLines): number | undefined {
  const frames = attempt(() => framesOf(thrown, lines)) ?? [];
  const cells = frames.flatMap((frame) => ('place' in frame && frame.place.cell ? [frame.place.cell] : []));
  return cells.at(-1);
}
