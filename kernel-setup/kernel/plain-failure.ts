import { ansi } from './ansi';
import type { Failure } from './threads';

/**
 * A failure that belongs to no line of source.
 *
 * @param more lines below its own
 */
export function plainFailure(ename: string, evalue: string, ...more: readonly string[]): Failure {
  return { status: 'error', ename, evalue, traceback: [`${ansi.red(ename)}: ${evalue}`, ...more] };
}
