import path from 'node:path';
import { checkNotebook } from './check-notebook';
import { LiveLine } from './live-line';
import type { Options } from './options';
import type { Outcome } from './outcome';
import { printNotebook } from './print-notebook';
import { reportAll, reportNotebook } from './report';
import type { Progress } from './run-notebook';
import { selectNotebooks } from './select-notebooks';
import { writeNotebook } from './write-notebook';

/**
 * Runs what the options ask for and prints how it went.
 *
 * @returns one outcome per notebook, in the course's order
 */
export async function runAll(options: Options, out: NodeJS.WriteStream): Promise<Outcome[]> {
  const files = selectNotebooks(options.root, options.selectors);
  const live = new LiveLine(out);
  const outcomes: Outcome[] = [];
  const waiting = [...files.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [position, file] = next;
      const outcome = await runOne(file, options, live);
      outcomes[position] = outcome;
      live.remove(path.basename(file));
      live.print(reportNotebook(outcome, options.root));
    }
  };
  try {
    await Promise.all(Array.from({ length: options.jobs }, work));
    live.print(reportAll(outcomes, options.root));
  } finally {
    live.end();
  }
  return outcomes;
}

async function runOne(file: string, options: Options, live: LiveLine): Promise<Outcome> {
  const start = Date.now();
  const progress: Progress = (cell, cells) => live.set(path.basename(file), `cell ${cell}/${cells}`);
  const outcome = await runCommand(file, options, progress, live).catch((cause: Error) => ({
    path: file,
    failures: [{ headline: cause.message }],
    notes: [],
  }));
  return { ...outcome, seconds: (Date.now() - start) / 1000 };
}

function runCommand(
  file: string,
  options: Options,
  progress: Progress,
  live: LiveLine,
): Promise<Omit<Outcome, 'seconds'>> {
  if (options.command === 'check') return checkNotebook(file, options, progress);
  if (options.command === 'write') return writeNotebook(file, options, progress);
  return printNotebook(file, options, progress, (text) => live.print(text));
}
