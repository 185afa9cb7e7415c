import type { IOutput } from '@jupyterlab/nbformat';
import type { CellRules } from './cell-rules';
import { chartData } from './chart-data';
import { compareData } from './compare-data';
import { compareText } from './compare-text';
import type { Difference } from './difference';
import { isCompared, outputKind } from './output-kind';

/**
 * Compares what a cell shows to what the notebook stores: the same kinds of output in the same order, and in charts,
 * tables and texts every number. Pictures are not compared.
 */
export function compareOutputs(
  stored: readonly IOutput[],
  got: readonly IOutput[],
  rules: CellRules,
): Difference[] {
  const kinds = compareKinds(stored.map(outputKind), got.map(outputKind));
  if (kinds) return [kinds];
  return stored.flatMap((output, index) => {
    const kind = outputKind(output);
    if (!isCompared(kind) && !rules.checkOutput) return [];
    return compareOutput(`output ${index + 1} (${kind})`, output, got[index], rules.tolerance);
  });
}

/** Compares two outputs of the same kind: the words, and every number within the tolerance. */
function compareOutput(at: string, stored: IOutput, got: IOutput, tolerance: number): Difference[] {
  if (stored.output_type === 'stream')
    return compareText(at, String(stored.text), String(got.text), tolerance);
  if (stored.output_type === 'error') return compareText(at, errorText(stored), errorText(got), tolerance);
  const [before, after] = [bundle(stored), bundle(got)];
  const formats = compareFormats(at, Object.keys(before), Object.keys(after));
  if (formats) return [formats];
  const [storedData, gotData] = [chartData(before), chartData(after)];
  if (Object.keys(storedData).length > 0) return compareData(at, storedData, gotData, tolerance);
  const format = ['text/plain', 'text/markdown', 'text/html'].find((type) => type in before);
  if (format === undefined) return [];
  return compareText(`${at}, ${format}`, readable(before[format]), readable(after[format]), tolerance);
}

function compareKinds(stored: readonly string[], got: readonly string[]): Difference | undefined {
  const place = Array.from({ length: Math.max(stored.length, got.length) }).findIndex(
    (_, index) => stored[index] !== got[index],
  );
  if (place < 0) return undefined;
  const what =
    place >= got.length ? 'output missing' : place >= stored.length ? 'output not stored' : 'output differs';
  return {
    what,
    at: `output ${place + 1}`,
    stored: stored[place] ?? '(nothing)',
    got: got[place] ?? '(nothing)',
    ...(stored.length === 0 && { note: 'never run; store its outputs with `npm run notebooks -- write`' }),
  };
}

function compareFormats(at: string, stored: string[], got: string[]): Difference | undefined {
  const [before, after] = [stored.sort().join(', '), got.sort().join(', ')];
  if (before === after) return undefined;
  return { what: 'formats differ', at, stored: before, got: after };
}

function bundle(output: IOutput): Record<string, unknown> {
  return output.data as Record<string, unknown>;
}

function errorText(output: IOutput): string {
  return `${output.ename}: ${output.evalue}`;
}

/** What a reader sees of a text or of HTML: no tags, no style. */
function readable(text: unknown): string {
  const whole = String(text);
  if (!whole.includes('</')) return whole;
  return whole.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]*>/g, ' ');
}
