import util from 'node:util';
import { ansi } from './ansi';
import type { Place, SourceLines } from './source-lines';
import type { Failure } from './threads';

/** The most lines of a trace that are shown, and the lines of source shown around the place of the error. */
const mostFrames = 12;
const margin = 2;

/**
 * What was thrown, as the protocol wants it: its name, its message, and a short trace of the reader's and the
 * library's own TypeScript lines. Frames of packages and of Node are left out.
 */
export function failure(thrown: unknown, lines: SourceLines): Failure {
  if (!isError(thrown)) {
    const evalue = util.inspect(thrown);
    return { status: 'error', ename: 'Thrown', evalue, traceback: [`${ansi.red('Thrown')}: ${evalue}`] };
  }
  const ename = String(thrown.name || 'Error');
  const evalue = String(thrown.message);
  return { status: 'error', ename, evalue, traceback: trace(thrown, lines) };
}

function trace(error: Error, lines: SourceLines): string[] {
  const head = `${ansi.red(String(error.name || 'Error'))}: ${error.message}`;
  const frames = framesOf(error, lines);
  const [first] = frames;
  const excerpt = first ? pointAt(first, lines) : [];
  const shown = frames.slice(0, mostFrames).map(({ caller, place }) => {
    const at = ansi.cyan(`${place.source}:${place.line}:${place.column}`);
    return `    at ${caller ? `${caller} ` : ''}${at}`;
  });
  const hidden = frames.length - shown.length;
  if (hidden > 0) shown.push(ansi.dim(`    … ${hidden} more`));
  const { cause } = error;
  const below =
    cause === undefined
      ? []
      : ['caused by', ...(isError(cause) ? trace(cause, lines) : [util.inspect(cause)])];
  return [...head.split('\n'), ...excerpt, ...shown, ...below];
}

interface Frame {
  readonly caller: string;
  readonly script: string;
  readonly place: Place;
}

/** The frames of the stack that lie in cells or in the library. */
function framesOf(error: Error, lines: SourceLines): Frame[] {
  const frames: Frame[] = [];
  for (const text of String(error.stack).split('\n')) {
    // "    at async caller (script:line:column)", or without caller and brackets
    const [, caller = '', script = '', line, column] =
      /^\s+at (?:async )?(?:(.*?) \()?(.*?):(\d+):(\d+)\)?$/.exec(text) ?? [];
    const place = lines.find(script, Number(line), Number(column));
    if (place) frames.push({ caller, script, place });
  }
  return frames;
}

function pointAt({ script, place }: Frame, lines: SourceLines): string[] {
  return lines
    .around(script, place.line, margin)
    .map(([number, text]) =>
      number === place.line
        ? `${ansi.green(`----> ${number}`)} ${text}`
        : `${ansi.dim(`      ${number}`)} ${text}`,
    );
}

function isError(value: unknown): value is Error {
  return util.types.isNativeError(value) || value instanceof Error;
}
