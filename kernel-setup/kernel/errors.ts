import util from 'node:util';
import { ansi } from './ansi';
import type { Place, SourceLines } from './source-lines';
import type { Failure } from './threads';

/** The most lines of a trace that are shown, and the lines of source shown around the place of the error. */
const mostFrames = 12;
const margin = 2;

/** What V8 puts before a function of another cell or of an import: it is called as a method of the definitions. */
const ofDefinitions = /^Proxy\.(<anonymous>$)?/;

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

/** @param shown places that the error above has already shown, which a cause mostly shares with it */
function trace(error: Error, lines: SourceLines, shown = new Set<string>()): string[] {
  const head = `${ansi.red(String(error.name || 'Error'))}: ${error.message}`;
  const frames = framesOf(error, lines).filter(({ place }) => !shown.has(written(place)));
  // The reader's own line, where there is one: the library's are named below it.
  const excerpted = frames.find(({ place }) => place.inCell) ?? (shown.size === 0 ? frames[0] : undefined);
  const excerpt = excerpted ? pointAt(excerpted, lines) : [];
  const calls = frames.slice(0, mostFrames).map(({ caller, place }) => {
    return `    at ${caller ? `${caller} ` : ''}${ansi.cyan(written(place))}`;
  });
  const hidden = frames.length - calls.length;
  if (hidden > 0) calls.push(ansi.dim(`    … ${hidden} more`));
  for (const { place } of frames) shown.add(written(place));
  const { cause } = error;
  const below =
    cause === undefined
      ? []
      : ['caused by', ...(isError(cause) ? trace(cause, lines, shown) : [util.inspect(cause)])];
  return [...head.split('\n'), ...excerpt, ...calls, ...below];
}

const written = ({ source, line, column }: Place) => `${source}:${line}:${column}`;

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
    if (place) frames.push({ caller: caller.replace(ofDefinitions, ''), script, place });
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
