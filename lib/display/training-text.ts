import { formatNumber } from './format-number';
import type { TrainingHistory } from './training-history';
import { words } from './words';

/** Where a run stands, in words: step, loss, held-out metric; no times, so that two equal runs read the same. */
export function trainingText({ last, smoothed, heldOut, metric }: TrainingHistory, done: boolean): string {
  if (!last) return words.training;
  const { step, steps, loss } = last;
  const place = done && step < steps ? words.stoppedAt(step, steps) : words.steps(step, steps);
  const parts = [place, `${words.loss} ${formatNumber(smoothed.at(-1)?.value ?? loss, 3)}`];
  const measured = heldOut.at(-1);
  if (measured) parts.push(`${words.heldOut} ${metric} ${formatNumber(measured.value)}`);
  return parts.join(', ');
}
