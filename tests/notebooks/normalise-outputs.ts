import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { IOutput } from '@jupyterlab/nbformat';

/** Outputs without what belongs to one machine: the clone's folder is written as `.`; pictures stay as they are. */
export function normaliseOutputs(outputs: readonly IOutput[], root: string): IOutput[] {
  const folders = [...new Set([root, realpathSync(root)])];
  // A URL first: it holds the path, too.
  const spellings = [...folders.map((folder) => pathToFileURL(folder).href), ...folders];
  const strip = (text: string) => spellings.reduce((rest, spelling) => rest.replaceAll(spelling, '.'), text);
  return outputs.map((output) => mapTexts(output, strip) as IOutput);
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    key === 'image/png' || key === 'image/jpeg' ? item : mapTexts(item, change),
  ]);
  return Object.fromEntries(entries);
}
