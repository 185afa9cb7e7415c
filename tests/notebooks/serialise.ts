import type { IOutput } from '@jupyterlab/nbformat';
import { isCode, type Notebook } from './notebook';

/** Besides `text/…`, the formats that nbformat stores line by line. */
const lineFormats = ['application/javascript', 'image/svg+xml'];

/**
 * The notebook's text exactly as Jupyter itself would save it: sorted keys, one space of indent, texts as lists of
 * lines, Python's spelling of small numbers, a newline at the end. So a reader who saves it makes no diff.
 */
export function serialise({ path: _, ...notebook }: Notebook): string {
  const cells = notebook.cells.map((cell) => {
    const source = splitLines(cell.source);
    if (!isCode(cell)) return { ...cell, source };
    return { ...cell, source, outputs: cell.outputs.map(splitOutput) };
  });
  return `${toJson({ ...notebook, cells }, '\n')}\n`;
}

function splitOutput(output: IOutput): unknown {
  if (output.output_type === 'stream') return { ...output, text: splitLines(output.text as string) };
  if (typeof output.data !== 'object') return output;
  const data = Object.entries(output.data as object).map(([type, value]) => {
    const byLine = type.startsWith('text/') || lineFormats.includes(type);
    return [type, byLine && typeof value === 'string' ? splitLines(value) : value];
  });
  return { ...output, data: Object.fromEntries(data) };
}

function splitLines(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function toJson(value: unknown, indent: string): string {
  if (typeof value === 'number') return toPythonNumber(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent} `;
  const items = Array.isArray(value)
    ? value.map((item) => toJson(item, inner))
    : Object.keys(value)
        .filter((key) => (value as Record<string, unknown>)[key] !== undefined)
        .sort()
        .map((key) => `${JSON.stringify(key)}: ${toJson((value as Record<string, unknown>)[key], inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return items.length === 0 ? open + close : `${open}${inner}${items.join(`,${inner}`)}${indent}${close}`;
}

/** Python writes 0.00005 as 5e-05, JavaScript as 0.00005. */
function toPythonNumber(value: number): string {
  if (value === 0 || Math.abs(value) >= 1e-4) return JSON.stringify(value);
  return value.toExponential().replace(/e-(\d)$/, 'e-0$1');
}
