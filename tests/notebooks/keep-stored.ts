import type { IOutput } from '@jupyterlab/nbformat';
import { chartData } from './chart-data';
import { compareData } from './compare-data';
import { compareText } from './compare-text';
import { outputKind } from './output-kind';

/** Kinds whose texts hold times and rates: other numbers alone are no reason for a diff in git. */
const timed = ['training', 'progress', 'banner'];

/**
 * The outputs to store: an earlier one stays, with its picture, when the new one agrees with it within the tolerance;
 * so a file changes only where a result did.
 */
export function keepStored(
  stored: readonly IOutput[],
  fresh: readonly IOutput[],
  tolerance: number,
): IOutput[] {
  const sameKinds =
    stored.length === fresh.length &&
    stored.every((output, index) => outputKind(output) === outputKind(fresh[index]));
  if (!sameKinds) return [...fresh];
  return fresh.map((output, index) => (agrees(stored[index], output, tolerance) ? stored[index] : output));
}

function agrees(stored: IOutput, fresh: IOutput, tolerance: number): boolean {
  if (stored.output_type !== fresh.output_type) return false;
  const inText = timed.includes(outputKind(fresh)) ? Number.POSITIVE_INFINITY : tolerance;
  if (stored.output_type === 'stream')
    return compareText('', String(stored.text), String(fresh.text), inText).length === 0;
  if (stored.output_type === 'error') return compareData('', stored, fresh, tolerance).length === 0;
  const [before, after] = [stored.data, fresh.data] as Record<string, unknown>[];
  const formats = Object.keys(after);
  if (formats.length !== Object.keys(before).length) return false;
  if (compareData('', stored.metadata, fresh.metadata, tolerance).length > 0) return false;
  const drawn = Object.keys(chartData(after)).length > 0;
  return formats.every((format) => {
    // A picture without the chart's data beside it is all there is to compare.
    if (format === 'image/png' || format === 'image/jpeg') return drawn || before[format] === after[format];
    const [left, right] = [before[format], after[format]];
    if (typeof left !== 'string' || typeof right !== 'string')
      return compareData('', left, right, tolerance).length === 0;
    return compareText('', left, right, inText).length === 0;
  });
}
