import { thrownName } from '../polls';
import { attempt } from './attempt';
import type { Place, SourceLines } from './source-lines';
import { isError } from './thrown';

/** Deep enough to reach the reader's lines below those of tfjs. */
const stackDepth = 100;

/** One line of a trace: a call in the reader's or the library's TypeScript, or how many calls were left out of whose. */
export type Frame =
  | { readonly caller: string; readonly script: string; readonly place: Place }
  | { readonly count: number; readonly of: string };

/** What V8 puts around a function's name: cells call each other's as methods, getters and timers have two names. */
const decorations =
  /^(Proxy|Object)\.(?=[\w#$]+$)|^(Proxy|Object|Timeout|Immediate)\.(<anonymous>|_onTimeout|_onImmediate)$| \[as .*\]$/g;

/** Files of the library that stand between tfjs and TensorFlow: of no more interest to the reader than tfjs itself. */
const machinery = /^lib[\\/](backend|compile)[\\/]/;

// A cell may replace the global.
const NativeError = Error;
let ours: typeof Error.prepareStackTrace;

/** The stacks of errors as V8 gives them, before they were written for the reader. */
const original = new WeakMap<object, string>();

/** Errors made at the lines where something was thrown that is none: an object, or what is no object, the last one. */
const objectsThrown = new WeakMap<object, Error>();
let lastThrown: { readonly value: unknown; readonly at: Error } | undefined;

/**
 * Writes the stacks of errors from now on for the reader, wherever a cell prints one: in lines of TypeScript, those of
 * packages folded, those of Node and of the kernel left out.
 */
export function writeStacksFor(lines: SourceLines): void {
  Error.stackTraceLimit = stackDepth;
  Error.prepareStackTrace = (error, sites) => {
    const head = attempt(() => Error.prototype.toString.call(error)) ?? 'Error';
    const stack = sites.map((site) => `    at ${site}`).join('\n');
    original.set(error, stack);
    const frames = attempt(() => fold(stack, lines)) ?? [];
    return [head, ...frames.map(plain)].join('\n');
  };
  ours = Error.prepareStackTrace;
  Object.defineProperty(globalThis, thrownName, { value: remembered });
}

/** Stands in every `throw` of a cell and of the library. */
function remembered<T>(value: T): T {
  if (isError(value)) return value;
  const at = new NativeError();
  if (typeof value === 'object' && value !== null) objectsThrown.set(value, at);
  else lastThrown = { value, at };
  return value;
}

/** Puts back what a cell may have changed about stacks, so that the next error has its lines. */
export function restoreStacks(): void {
  if (NativeError.prepareStackTrace !== ours) NativeError.prepareStackTrace = ours;
  if (!(NativeError.stackTraceLimit >= stackDepth)) NativeError.stackTraceLimit = stackDepth;
}

/** The calls that led to what was thrown, the innermost first; none where it is no error and nothing saw it thrown. */
export function framesOf(thrown: unknown, lines: SourceLines): Frame[] {
  const error = isError(thrown) ? thrown : madeFor(thrown);
  if (!error) return [];
  // The stack is written when it is first asked for.
  const written = attempt(() => error.stack) as unknown;
  const stack = original.get(error) ?? (typeof written === 'string' ? written : '');
  return fold(stack, lines);
}

/** The error that was made at the line where `thrown` was thrown, if a cell or the library threw it. */
function madeFor(thrown: unknown): Error | undefined {
  if (typeof thrown === 'object' && thrown !== null) return objectsThrown.get(thrown);
  return Object.is(lastThrown?.value, thrown) ? lastThrown?.at : undefined;
}

function fold(stack: string, lines: SourceLines): Frame[] {
  const frames: Frame[] = [];
  for (const text of stack.split('\n')) {
    // "    at async caller (script:line:column)", or without caller and brackets
    const match = /^\s+at (?:async )?(?:(.*?) \()?(.*?):(\d+):(\d+)\)?$/.exec(text);
    if (!match) continue;
    const script = match[2];
    const place = lines.find(script, Number(match[3]), Number(match[4]));
    if (place && machinery.test(place.source)) continue;
    if (place) {
      const caller = (match[1] ?? '').replace(decorations, '');
      frames.push({ caller, script, place });
      continue;
    }
    const of = packageOf(script);
    if (!of) continue;
    const last = frames.at(-1);
    const both = last && 'of' in last ? shared(last.of, of) : undefined;
    if (last && 'of' in last && both) frames[frames.length - 1] = { count: last.count + 1, of: both };
    else frames.push({ count: 1, of });
  }
  // What called the reader's code is nobody's concern.
  while ('of' in (frames.at(-1) ?? {})) frames.pop();
  return frames;
}

/** The package that a script belongs to. */
function packageOf(script: string): string | undefined {
  const [, name] = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(script) ?? [];
  return name?.replace('\\', '/');
}

/** One name for two packages: the same, or the scope of both. */
function shared(first: string, second: string): string | undefined {
  if (first === second) return first;
  const [scope] = first.split('/');
  return scope.startsWith('@') && scope === second.split('/')[0] ? scope : undefined;
}

function plain(frame: Frame): string {
  if ('of' in frame) return foldedLine(frame);
  const { caller, place } = frame;
  return caller ? `    at ${caller} (${written(place)})` : `    at ${written(place)}`;
}

/** The line of a trace that stands for calls that were left out. */
export function foldedLine({ count, of }: { readonly count: number; readonly of: string }): string {
  return `    … ${count} ${count === 1 ? 'line' : 'lines'} of ${of}`;
}

/** A place as the reader clicks it: `lib/nn/linear.ts:44:5`. */
export function written({ source, line, column }: Place): string {
  return `${source}:${line}:${column}`;
}
