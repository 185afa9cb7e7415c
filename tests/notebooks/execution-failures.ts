import { stripVTControlCharacters } from 'node:util';
import type { IOutput } from '@jupyterlab/nbformat';
import type { CellRules } from './cell-rules';
import type { Ending } from './kernel-session';
import type { Failure } from './outcome';

/** What went wrong while a cell ran: an exception, a missed claim, its time over, a warning on stderr. */
export function executionFailures(
  cell: Failure['cell'],
  ending: Ending,
  outputs: readonly IOutput[],
  rules: CellRules,
  seconds: number,
): Failure[] {
  if (ending.status === 'late')
    return [{ cell, headline: `over its time limit of ${seconds} s (${ending.stop})` }];
  const error = outputs.find((output) => output.output_type === 'error');
  const raised = ending.status !== 'ok' || error !== undefined;
  if (rules.raises && !raised)
    return [{ cell, headline: `expected an exception (tag 'raises-exception'), got none` }];
  if (raised && !rules.raises) return [exception(cell, error, outputs)];
  const warning = streamText(outputs, 'stderr');
  return warning === '' ? [] : [{ cell, headline: 'it wrote to stderr', details: warning }];
}

function exception(cell: Failure['cell'], error: IOutput | undefined, outputs: readonly IOutput[]): Failure {
  if (!error)
    return {
      cell,
      headline: 'the kernel replied with an error and showed none',
      details: streamText(outputs, 'stderr'),
    };
  const traceback = (error.traceback as string[]).join('\n');
  const what = error.ename === 'ClaimMissed' ? '' : `${error.ename}: `; // which says so itself
  return {
    cell,
    headline: `${what}${String(error.evalue).split('\n')[0]}`,
    details: stripVTControlCharacters(traceback),
  };
}

function streamText(outputs: readonly IOutput[], name: string): string {
  const streams = outputs.filter((output) => output.output_type === 'stream' && output.name === name);
  return stripVTControlCharacters(streams.map((output) => String(output.text)).join('')).trimEnd();
}
