import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from 'tslab/dist/converter';
import { ansi } from './ansi';
import type { Failure } from './threads';

/** The most of the compiler's complaints that are shown; later ones mostly follow from the first. */
const most = 5;

/**
 * The compiler's complaints as an error: TypeScript's code, the source line, and `~~~` under the place.
 *
 * @param root the clone; library files are named from there.
 */
export function typeScriptError(
  diagnostics: readonly Diagnostic[],
  code: string,
  count: number,
  root: string,
): Failure {
  const [first] = diagnostics;
  const [message] = first.messageText.split('\n');
  const traceback = diagnostics
    .slice(0, most)
    .flatMap((diagnostic) => describe(diagnostic, code, count, root));
  if (diagnostics.length > most) traceback.push(ansi.dim(`… and ${diagnostics.length - most} more`));
  return { status: 'error', ename: 'TypeScriptError', evalue: `TS${first.code}: ${message}`, traceback };
}

function describe(diagnostic: Diagnostic, code: string, count: number, root: string): string[] {
  const { start, end, messageText, fileName } = diagnostic;
  const [message, ...reasons] = messageText.split('\n');
  const place = fileName ? path.relative(root, fileName) : `cell [${count}]`;
  const text = (fileName ? readFileSync(fileName, 'utf8') : code).split('\n')[start.line] ?? '';
  const pointer = `----> ${start.line + 1} `;
  const width = end.line === start.line ? end.character - start.character : text.length - start.character;
  return [
    `${ansi.red(`TS${diagnostic.code}`)}: ${message}`,
    ...reasons.map((reason) => ansi.dim(reason)),
    `    at ${ansi.cyan(`${place}:${start.line + 1}:${start.character + 1}`)}`,
    `${ansi.green(pointer)}${text}`,
    ' '.repeat(pointer.length + start.character) + ansi.red('~'.repeat(Math.max(1, width))),
  ];
}
