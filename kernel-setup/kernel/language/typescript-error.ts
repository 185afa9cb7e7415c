import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from 'tslab/dist/converter';
import { ansi } from '../ansi';
import { excerpt } from '../excerpt';
import type { Failure } from '../threads';

/** The most of the compiler's complaints that are shown; later ones mostly follow from the first. */
const most = 5;

/** The cell that was compiled, and the folders that file names start at: tslab's, and the clone for the reader. */
interface Context {
  readonly code: string;
  readonly count: number;
  readonly base: string;
  readonly root: string;
}

/** The compiler's complaints as an error: TypeScript's code, the source line, and `~~~` under the place. */
export function typeScriptError(diagnostics: readonly Diagnostic[], context: Context): Failure {
  const [first] = diagnostics;
  const [message] = first.messageText.split('\n');
  const traceback = diagnostics.slice(0, most).flatMap((diagnostic) => describe(diagnostic, context));
  if (diagnostics.length > most) traceback.push(ansi.dim(`… and ${diagnostics.length - most} more`));
  return { status: 'error', ename: 'TypeScriptError', evalue: `TS${first.code}: ${message}`, traceback };
}

function describe(diagnostic: Diagnostic, { code, count, base, root }: Context): string[] {
  const { start, end, messageText, fileName } = diagnostic;
  const [message, ...reasons] = messageText.split('\n');
  const file = fileName && path.resolve(base, fileName);
  const place = file ? nameFrom(root, file) : `cell [${count}]`;
  // TypeScript's own notion of lines.
  const lines = (file ? readFileSync(file, 'utf8') : code).split(/\r\n|[\n\r\u2028\u2029]/);
  const text = lines[start.line] ?? '';
  const line = start.line + 1;
  const width = Math.max(1, end.line === start.line ? end.character - start.character : text.length);
  return [
    `${ansi.red(`TS${diagnostic.code}`)}: ${message}`,
    ...reasons.map((reason) => ansi.dim(reason)),
    `    at ${ansi.cyan(`${place}:${line}:${start.character + 1}`)}`,
    ...excerpt([[line, text]], { line, at: start.character, width, mark: '~' }),
  ];
}

/** A library file's path in the clone; any other file's whole path. */
function nameFrom(root: string, file: string): string {
  const relative = path.relative(root, file);
  return relative.startsWith('..') ? file : relative;
}
