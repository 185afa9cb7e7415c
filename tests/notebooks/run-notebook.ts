import path from 'node:path';
import type { ILanguageInfoMetadata, IOutput } from '@jupyterlab/nbformat';
import { type CellRules, cellRules } from './cell-rules';
import { conditionsOf } from './conditions';
import { executionFailures } from './execution-failures';
import { KernelSession } from './kernel-session';
import { normaliseOutputs } from './normalise-outputs';
import { type Cell, type CodeCell, isCode } from './notebook';
import type { Options } from './options';
import { type Failure, placeOf } from './outcome';
import { OutputCollector } from './output-collector';
import type { Plan } from './plan';
import { tiers, timeLimit } from './time-limit';

/** A cell that was run without a failure. */
export interface RunCell {
  readonly cell: CodeCell;
  /** Position among all cells of the notebook, from 0. */
  readonly index: number;
  readonly rules: CellRules;
  readonly outputs: readonly IOutput[];
  /** Which run through the notebook in this kernel it is, from 1. */
  readonly pass: number;
}

/** Hears how far a notebook is: the cell that runs now, and how many there are. */
export type Progress = (cell: number, cells: number) => void;

/**
 * Runs a notebook's cells in a fresh kernel, in the notebook's folder, until one fails; as often as the options say.
 *
 * @param visit judges a cell that ran well; a failure that it returns ends the run
 * @param meet hears the kernel's language, once, before the first cell runs
 * @returns the failures of the cell that ended the run, empty when all cells passed
 */
export async function runNotebook(
  plan: Plan,
  options: Options,
  progress: Progress,
  visit: (ran: RunCell) => Failure[],
  meet: (language: ILanguageInfoMetadata | undefined) => void = () => {},
): Promise<Failure[]> {
  const { cells } = plan.notebook;
  const environment = kernelEnvironment(options);
  let tier = tiers.find((name) => name === environment.LINEAGE_BACKEND) ?? 'native';
  let place: Failure['cell'];
  let kernel: KernelSession | undefined;
  try {
    kernel = await KernelSession.start({
      argv: options.kernel,
      folder: path.dirname(plan.notebook.path),
      environment,
    });
    meet(kernel.language);
    const collector = new OutputCollector();
    for (const { pass, index, cell } of passes(cells, options.times)) {
      if (!isCode(cell) || cell.source.trim() === '') continue;
      place = placeOf(cell, index);
      const rules = cellRules(cell);
      if (rules.skip) continue;
      progress(index + 1, cells.length);
      const seconds = timeLimit(rules, plan.size, tier);
      const fresh = collector.begin();
      const ending = await kernel.execute(plan.sources.get(cell.id)!, seconds, (message) =>
        collector.take(message),
      );
      const outputs = normaliseOutputs(fresh, options.root);
      const failures = executionFailures(place, ending, outputs, rules, seconds);
      if (failures.length > 0) return failures;
      tier = tiers.find((name) => conditionsOf(outputs).some(({ value }) => value === name)) ?? tier;
      const judged = visit({ cell, index, rules, outputs: fresh, pass });
      if (judged.length > 0) return judged;
    }
    return [];
  } catch (cause) {
    const [headline, ...details] = (cause as Error).message.split('\n');
    return [{ cell: place, headline, details: details.join('\n') }];
  } finally {
    await kernel?.shutdown();
  }
}

/** All cells, then all of them again, and so on. */
function passes(cells: readonly Cell[], times: number) {
  return Array.from({ length: times }, (_, earlier) =>
    cells.map((cell, index) => ({ pass: earlier + 1, index, cell })),
  ).flat();
}

function kernelEnvironment({ backend, jobs }: Options): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...(backend && { LINEAGE_BACKEND: backend }),
    // Notebooks side by side would fight for the same cores.
    ...(jobs > 1 && { TF_NUM_INTRAOP_THREADS: '1' }),
  };
}
