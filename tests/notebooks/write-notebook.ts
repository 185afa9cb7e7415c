import type { ILanguageInfoMetadata, IOutput } from '@jupyterlab/nbformat';
import { keepStored } from './keep-stored';
import { normaliseOutputs } from './normalise-outputs';
import { type Cell, isCode, type Notebook, readNotebook } from './notebook';
import type { Options } from './options';
import type { Outcome } from './outcome';
import { planRun } from './plan';
import { replaceFile } from './replace-file';
import { type Progress, type RunCell, runNotebook } from './run-notebook';
import { serialise } from './serialise';
import { sizeProblems } from './size-rule';

/** What front ends put into a cell's metadata to say when it ran. */
const timings = ['execution', 'ExecuteTime', 'papermill'];

/** Runs a notebook and stores what it shows; after a failure the file stays as it was. */
export async function writeNotebook(
  file: string,
  options: Options,
  progress: Progress,
): Promise<Omit<Outcome, 'seconds'>> {
  const notebook = readNotebook(file);
  const ran = new Map<string, RunCell>();
  let language: ILanguageInfoMetadata | undefined;
  const visit = (cell: RunCell) => {
    ran.set(cell.cell.id, cell);
    return [];
  };
  const failures = await runNotebook(planRun(notebook, {}), options, progress, visit, (spoken) => {
    language = spoken;
  });
  if (failures.length > 0) return { path: file, failures, notes: ['not written, the file stays as it was'] };
  const written = withLanguage(withOutputs(notebook, ran, options.root), language);
  const text = serialise(written);
  const changed = replaceFile(file, text);
  const warnings = sizeProblems(written, Buffer.byteLength(text)).map((problem) => `warning: ${problem}`);
  return { path: file, failures, notes: [changed ? 'written' : 'unchanged', ...warnings] };
}

function withOutputs(notebook: Notebook, ran: ReadonlyMap<string, RunCell>, root: string): Notebook {
  let count = 0;
  const cells = notebook.cells.map((cell): Cell => {
    const metadata = Object.fromEntries(
      Object.entries(cell.metadata).filter(([name]) => !timings.includes(name)),
    );
    if (!isCode(cell)) return { ...cell, metadata };
    const result = ran.get(cell.id);
    // A cell that was skipped keeps what it has; an empty one has nothing.
    if (!result)
      return { ...cell, metadata, execution_count: null, ...(cell.source.trim() === '' && { outputs: [] }) };
    const fresh = normaliseOutputs(result.outputs, root);
    const outputs = keepStored(normaliseOutputs(cell.outputs, root), fresh, result.rules.tolerance);
    count++;
    return { ...cell, metadata, execution_count: count, outputs: numbered(outputs, count) };
  });
  return { ...notebook, cells };
}

/** JupyterLab stores the kernel's answer word by word when it opens a notebook: then saving there makes no diff. */
function withLanguage(notebook: Notebook, language: ILanguageInfoMetadata | undefined): Notebook {
  return language ? { ...notebook, metadata: { ...notebook.metadata, language_info: language } } : notebook;
}

function numbered(outputs: readonly IOutput[], count: number): IOutput[] {
  return outputs.map((output) =>
    output.output_type === 'execute_result' ? { ...output, execution_count: count } : output,
  );
}
