import { readFileSync } from 'node:fs';
import type { ICodeCell, IMarkdownCell, INotebookMetadata, IRawCell } from '@jupyterlab/nbformat';

/** A cell of nbformat 4.5, which always has an id; its source is one string. */
export type Cell = (ICodeCell | IMarkdownCell | IRawCell) & { id: string; source: string };

/** A code cell of a {@link Notebook}. */
export type CodeCell = ICodeCell & { id: string; source: string };

/** A notebook as read: every text that nbformat keeps as a list of lines is one string. */
export interface Notebook {
  readonly path: string;
  readonly nbformat: number;
  readonly nbformat_minor: number;
  readonly metadata: INotebookMetadata;
  readonly cells: readonly Cell[];
}

const idPattern = /^[a-zA-Z0-9_-]{1,64}$/;
const outputTypes = ['execute_result', 'display_data', 'stream', 'error'];

/**
 * Reads a notebook and checks its form.
 *
 * @throws Error naming the file, what was expected and what was found: cut JSON, another format, cells without ids.
 */
export function readNotebook(path: string): Notebook {
  const refuse = (problem: string): never => {
    throw new Error(`${path}: not a usable notebook: ${problem}`);
  };
  const content = parse(readFileSync(path, 'utf8'), refuse);
  if (!isObject(content)) return refuse('expected a JSON object');
  if (content.nbformat !== 4 || !(Number(content.nbformat_minor) >= 5))
    refuse(`expected nbformat 4.5, got ${content.nbformat}.${content.nbformat_minor}`);
  if (!isObject(content.metadata)) refuse('expected an object under "metadata"');
  if (!Array.isArray(content.cells)) return refuse('expected a list under "cells"');
  const seen = new Map<string, number>();
  const cells = content.cells.map((cell, index) => {
    const where = `cell ${index + 1}`;
    const read = readCell(cell, where, refuse);
    const earlier = seen.get(read.id);
    if (earlier) refuse(`${where}: the id '${read.id}' is already that of cell ${earlier}`);
    seen.set(read.id, index + 1);
    return read;
  });
  return { ...(content as Pick<Notebook, 'nbformat' | 'nbformat_minor' | 'metadata'>), path, cells };
}

/** Whether the cell is one that a kernel runs. */
export function isCode(cell: Cell): cell is CodeCell {
  return cell.cell_type === 'code';
}

/** The text of a field that nbformat keeps as a string or as a list of lines. */
function joinLines(text: unknown): string {
  return Array.isArray(text) ? text.join('') : String(text);
}

type Refuse = (problem: string) => never;

function parse(text: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    return refuse(`not JSON, perhaps a file that was cut: ${(cause as Error).message}`);
  }
}

function readCell(cell: unknown, where: string, refuse: Refuse): Cell {
  if (!isObject(cell)) return refuse(`${where}: expected an object`);
  if (!['code', 'markdown', 'raw'].includes(cell.cell_type as string))
    refuse(`${where}: expected a code, markdown or raw cell, got ${JSON.stringify(cell.cell_type)}`);
  if (cell.id === undefined) refuse(`${where}: it has no id`);
  if (typeof cell.id !== 'string' || !idPattern.test(cell.id))
    refuse(`${where}: expected an id of 1 to 64 letters, digits, - or _, got ${JSON.stringify(cell.id)}`);
  if (!isText(cell.source)) refuse(`${where}: expected text under "source"`);
  if (!isObject(cell.metadata)) refuse(`${where}: expected an object under "metadata"`);
  const read = { ...cell, source: joinLines(cell.source) } as Cell;
  if (!isCode(read)) return read;
  if (!Array.isArray(cell.outputs)) return refuse(`${where}: expected a list under "outputs"`);
  return { ...read, outputs: cell.outputs.map((output) => readOutput(output, where, refuse)) };
}

function readOutput(output: unknown, where: string, refuse: Refuse): CodeCell['outputs'][number] {
  if (!isObject(output) || !outputTypes.includes(output.output_type as string))
    return refuse(`${where}: an output is none of ${outputTypes.join(', ')}`);
  if (output.output_type === 'stream') {
    if (!isText(output.text)) refuse(`${where}: expected text in the stream`);
    return { ...output, output_type: 'stream', text: joinLines(output.text) };
  }
  if (output.output_type === 'error') {
    if (!Array.isArray(output.traceback)) refuse(`${where}: expected a list under "traceback"`);
    return output as CodeCell['outputs'][number];
  }
  if (!isObject(output.data)) return refuse(`${where}: expected an object under "data"`);
  const data = Object.entries(output.data).map(([type, value]) => [
    type,
    isText(value) ? joinLines(value) : value,
  ]);
  return { ...output, data: Object.fromEntries(data) } as CodeCell['outputs'][number];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string | string[] {
  return (
    typeof value === 'string' || (Array.isArray(value) && value.every((line) => typeof line === 'string'))
  );
}
