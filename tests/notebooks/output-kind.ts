import type { IOutput } from '@jupyterlab/nbformat';

/** Kinds of display whose numbers differ from run to run by their nature: times, pictures, listings. */
const neverCompared = ['training', 'progress', 'claim', 'source', 'banner', 'image'];

/** What an output is: the library's `lineage.kind`, or the Jupyter type of an output that the library didn't make. */
export function outputKind(output: IOutput): string {
  const lineage = (output.metadata as { lineage?: { kind?: unknown } } | undefined)?.lineage;
  if (typeof lineage?.kind === 'string') return lineage.kind;
  return output.output_type === 'stream' ? String(output.name) : output.output_type.replace('_data', '');
}

/** Whether the numbers of outputs of this kind are compared. */
export function isCompared(kind: string): boolean {
  return !neverCompared.includes(kind);
}
