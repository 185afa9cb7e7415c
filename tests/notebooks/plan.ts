import { isCode, type Notebook } from './notebook';
import { type Overrides, override, readTextParameter } from './override';

export const sizes = ['smoke', 'quick', 'full'] as const;
export type Size = (typeof sizes)[number];

/** What of a notebook is going to be run. */
export interface Plan {
  readonly notebook: Notebook;
  /** The source that the kernel gets, by cell id. */
  readonly sources: ReadonlyMap<string, string>;
  readonly size: Size;
  /** The parameters that have other values than in the file, such as `size=full`; empty: none. */
  readonly changed: string;
}

/**
 * Puts other values into the cell tagged `parameters`.
 *
 * @param overrides each must be a parameter of the notebook
 * @param size wanted for the parameter `size`; a notebook without that parameter runs as it is
 */
export function planRun(notebook: Notebook, overrides: Overrides, size?: Size): Plan {
  const cells = notebook.cells.filter(isCode);
  const sources = new Map(cells.map((cell) => [cell.id, cell.source]));
  const parameters = cells.find((cell) => cell.metadata.tags?.includes('parameters'));
  if (!parameters) {
    const asked = Object.keys(overrides).join(', ');
    if (asked) throw new Error(`-p ${asked}: the notebook has no cell tagged 'parameters'`);
    return { notebook, sources, size: 'quick', changed: '' };
  }
  const stored = sizeOf(parameters.source);
  const wanted = size && stored ? { ...overrides, size } : overrides;
  const source = override(parameters.source, wanted);
  sources.set(parameters.id, source);
  const changed = Object.entries(wanted).filter(
    ([name, value]) => override(parameters.source, { [name]: value }) !== parameters.source,
  );
  return {
    notebook,
    sources,
    size: sizeOf(source) ?? 'quick',
    changed: changed.map(([name, value]) => `${name}=${value}`).join(' '),
  };
}

function sizeOf(source: string): Size | undefined {
  const value = readTextParameter(source, 'size');
  return sizes.find((size) => size === value);
}
