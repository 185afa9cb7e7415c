import { statSync } from 'node:fs';
import type { IOutput } from '@jupyterlab/nbformat';
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
  const first = new Map<string, readonly IOutput[]>();
  const failures = await runNotebook(plan, options, progress, ({ cell, index, rules, outputs, pass }) => {
    const place = placeOf(cell, index);
    const got = normaliseOutputs(outputs, options.root);
    if (pass > 1) {
      if (rules.ignoreOutput) return [];
      const differences = compareOutputs(first.get(cell.id)!, got, rules);
      return differences.map((difference) => differenceFailure(place, difference, 'at first'));
    }
    first.set(cell.id, got);
    unlike ??= conditionsDiffer(conditionsOf(cell.outputs), conditionsOf(outputs));
    if (unlike !== undefined || rules.ignoreOutput) return [];
    const stored = normaliseOutputs(cell.outputs, options.root);
    return compareOutputs(stored, got, rules).map((difference) => differenceFailure(place, difference));
  });
  const notes = unlike === undefined ? [] : [`outputs not compared (${unlike})`];
  return { path: file, failures: [...tooLarge, ...failures], notes };
}
