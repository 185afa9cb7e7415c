import { ansi } from '../ansi';
import { excerpt } from '../excerpt';
import type { Failure } from '../threads';
import { attempt } from './attempt';
import type { SourceLines } from './source-lines';
import { type Frame, foldedLine, framesOf, written } from './stack';
import { isError, read } from './thrown';

/** The most calls in cells and in files of one error that are shown, the innermost first. */
const mostCalls = 10;
const mostLibraryCalls = 6;
/** The lines of source around the place of the error. */
const margin = 2;
/** The most errors below the first that are shown: causes, their causes, and what an AggregateError gathers. */
const mostBelow = 4;
const mostMessageLines = 20;

const lineless = 'thrown without its line, which only an Error knows: new Error(…)';

type Call = Exclude<Frame, { readonly of: string }>;

/**
 * What was thrown, as the protocol wants it: its name, its message, and a short trace of the reader's and the
 * library's own TypeScript lines. Frames of packages are folded, those of Node are left out.
 */
export function failure(thrown: unknown, lines: SourceLines): Failure {
  try {
    const { ename, evalue } = read(thrown);
    return { status: 'error', ename, evalue, traceback: new Trace(lines).of(thrown) };
  } catch {
    return lastResort(thrown);
  }
}

/** The trace of an error and of those below it; what one has shown, the next leaves out. */
class Trace {
  readonly #lines: SourceLines;
  readonly #errors = new Set<unknown>();
  readonly #places = new Set<string>();

  constructor(lines: SourceLines) {
    this.#lines = lines;
  }

  of(thrown: unknown): string[] {
    const { ename, evalue, fields, below, cause } = read(thrown);
    const head = headOf(ename, evalue);
    const first = this.#errors.size === 0;
    this.#errors.add(thrown);
    if (fields) head.push(...fields.split('\n').map(ansi.dim));
    const fresh = framesOf(thrown, this.#lines).filter(
      (frame) => 'of' in frame || !this.#places.has(placeOf(frame)),
    );
    const calls = fresh.filter((frame): frame is Call => !('of' in frame));
    // The reader's own line, where there is one: the library's are named below it.
    const excerpted = calls.find(({ place }) => place.cell !== undefined) ?? (first ? calls[0] : undefined);
    const excerpt = excerpted ? this.#excerpt(excerpted) : [];
    const shown = calls.length > 0 ? this.#calls(fresh) : [];
    if (first && calls.length === 0 && !isError(thrown)) shown.push(ansi.dim(lineless));
    return [...head, ...excerpt, ...shown, ...this.#below(below, cause)];
  }

  /** The error that led to this one, and those that it gathers. */
  #below(errors: readonly unknown[], cause: boolean): string[] {
    const shown: string[] = [];
    for (const [index, error] of errors.entries()) {
      if (this.#errors.size > mostBelow) {
        shown.push(ansi.dim(`… and ${errors.length - index} more below`));
        break;
      }
      const title = cause && index === 0 ? 'caused by' : `error ${index + 1} of ${errors.length}`;
      if (this.#errors.has(error)) shown.push(ansi.dim(`${title} an error above`));
      else shown.push(title, ...this.of(error));
    }
    return shown;
  }

  /**
   * One line per call, the reader's before the library's where there are many. A call of the same line again, as in a
   * recursion, is only counted; packages are named where they stand beside a line of the reader's.
   */
  #calls(frames: readonly Frame[]): string[] {
    const shown: string[] = [];
    const left = { repeated: 0, hidden: 0, cells: mostCalls, library: mostLibraryCalls };
    const count = () => {
      if (left.repeated > 0) shown.push(ansi.dim(`    … ${left.repeated} more calls of these lines`));
      if (left.hidden > 0) shown.push(ansi.dim(foldedLine({ count: left.hidden, of: 'the library' })));
      left.repeated = 0;
      left.hidden = 0;
    };
    for (const [index, frame] of frames.entries()) {
      if ('of' in frame) {
        if (index === 0 || isOfCell(frames[index - 1]) || isOfCell(frames[index + 1])) {
          count();
          shown.push(ansi.dim(foldedLine(frame)));
        }
        continue;
      }
      const at = placeOf(frame);
      const kind = isOfCell(frame) ? 'cells' : 'library';
      if (this.#places.has(at)) left.repeated++;
      else if (left[kind]-- <= 0) left.hidden++;
      else {
        count();
        shown.push(`    at ${frame.caller ? `${frame.caller} ` : ''}${ansi.cyan(at)}`);
      }
      this.#places.add(at);
    }
    count();
    return shown;
  }

  #excerpt({ script, place: { line, column } }: Call): string[] {
    return excerpt(this.#lines.around(script, line, margin), { line, at: column - 1, width: 1, mark: '^' });
  }
}

/** Name and message, of a long one only the first lines. */
function headOf(ename: string, evalue: string): string[] {
  const [first, ...rest] = evalue.split('\n');
  const hidden = rest.length - mostMessageLines;
  const more = hidden > 0 ? [ansi.dim(`… ${hidden} more lines`)] : [];
  return [`${ansi.red(ename)}: ${first}`, ...rest.slice(0, mostMessageLines), ...more];
}

function isOfCell(frame: Frame | undefined): boolean {
  return frame !== undefined && 'place' in frame && frame.place.cell !== undefined;
}

function placeOf({ place }: Call): string {
  return written(place);
}

/** Where even the kernel's own code can't describe an error, since a cell broke what all code stands on. */
function lastResort(thrown: unknown): Failure {
  const ename = attempt(() => `${(thrown as Error).name}`) ?? 'Error';
  const evalue = attempt(() => `${(thrown as Error).message}`) ?? '';
  const hint = "A cell changed JavaScript's own objects for good: restart the kernel.";
  return { status: 'error', ename, evalue, traceback: [`${ename}: ${evalue}`, hint] };
}
