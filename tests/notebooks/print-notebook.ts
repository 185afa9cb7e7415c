import type { IOutput } from '@jupyterlab/nbformat';
import { readNotebook } from './notebook';
import type { Options } from './options';
import { type Outcome, placeOf } from './outcome';
import { planRun } from './plan';
import { type Progress, runNotebook } from './run-notebook';

/** Runs a notebook and prints what its cells show, as text; nothing is compared and nothing stored. */
export async function printNotebook(
  file: string,
  options: Options,
  progress: Progress,
  print: (text: string) => void,
): Promise<Omit<Outcome, 'seconds'>> {
  const plan = planRun(readNotebook(file), options.parameters, options.size);
  const failures = await runNotebook(plan, options, progress, ({ cell, index, outputs }) => {
    const text = outputs.map(asText).filter(Boolean).join('\n');
    if (text !== '') print(`[cell ${index + 1}] ${placeOf(cell, index).line}\n${text}\n`);
    return [];
  });
  return { path: file, failures, notes: plan.changed ? [`with ${plan.changed}`] : [] };
}

function asText(output: IOutput): string {
  const data = output.data as Record<string, unknown> | undefined;
  const text =
    output.output_type === 'error'
      ? `${output.ename}: ${output.evalue}`
      : (data?.['text/plain'] ?? output.text);
  return typeof text === 'string' ? text.trimEnd() : '';
}
