import { statSync } from 'node:fs';
import { compareOutputs } from './compare-outputs';
import { conditionsDiffer, conditionsOf } from './conditions';
import { normaliseOutputs } from './normalise-outputs';
import { readNotebook } from './notebook';
import type { Options } from './options';
import { differenceFailure, type Failure, type Outcome, placeOf } from './outcome';
import { planRun } from './plan';
import { type Progress, runNotebook } from './run-notebook';
import { sizeProblems } from './size-rule';

/** Runs a notebook and compares what it shows to what it stores. */
export async function checkNotebook(
  file: string,
  options: Options,
  progress: Progress,
): Promise<Omit<Outcome, 'seconds'>> {
  const notebook = readNotebook(file);
  const plan = planRun(notebook, options.parameters, options.size);
  const tooLarge: Failure[] = sizeProblems(notebook, statSync(file).size).map((headline) => ({ headline }));
  // Why the numbers can't be those of the file; undefined as long as they should be.
  let unlike = plan.changed || undefined;
  const failures = await runNotebook(plan, options, progress, ({ cell, index, rules, outputs }) => {
    unlike ??= conditionsDiffer(conditionsOf(cell.outputs), conditionsOf(outputs));
    if (unlike !== undefined || rules.ignoreOutput) return [];
    const [stored, got] = [cell.outputs, outputs].map((shown) => normaliseOutputs(shown, options.root));
    const place = placeOf(cell, index);
    return compareOutputs(stored, got, rules).map((difference) => differenceFailure(place, difference));
  });
  const notes = unlike === undefined ? [] : [`outputs not compared (${unlike})`];
  return { path: file, failures: [...tooLarge, ...failures], notes };
}
