import { randomUUID } from 'node:crypto';
import { duration } from './duration';
import { escapeText } from './escape-text';
import { send } from './send';
import { throttle } from './throttle';
import { words } from './words';

/** A bar that fills up; see {@link progress}. */
export interface ProgressBar {
  /** Sets how much is done, with a remark such as the file at work. */
  update(done: number, note?: string): void;
  /** Shows the last state without a time; call it also where the work ended early. */
  finish(): void;
}

/**
 * Shows a bar for work of `total` parts, drawn anew in place at most four times a second, with the time left.
 *
 * @example const bar = show.progress('100 starts', 100);
 *          for (let start = 1; start <= 100; start++) { run(start); bar.update(start); }
 *          bar.finish();
 */
export function progress(label: string, total: number): ProgressBar {
  if (!(total > 0)) throw new Error(`show.progress: expected a total above 0, got ${total}`);
  const due = throttle(globalThis.kernel ? 250 : 5000);
  const id = `progress-${randomUUID()}`;
  const start = performance.now();
  let done = 0;
  let shown = false;
  const draw = (remarks: readonly string[]) => {
    const text = [`${label}: ${done} ${words.of} ${total}`, ...remarks].filter(Boolean).join(' · ');
    const bar = `<progress value="${done}" max="${total}" style="width: 240px; vertical-align: middle"></progress>`;
    send({ 'text/html': `<div>${bar} ${escapeText(text)}</div>`, 'text/plain': text }, 'progress', {
      id,
      update: shown,
    });
    shown = true;
  };
  return {
    update(now, note = '') {
      if (!(now >= 0 && now <= total))
        throw new Error(`show.progress: ${label}: expected 0 to ${total} parts done, got ${now}`);
      done = now;
      if (!due()) return;
      const left = done > 0 ? ((performance.now() - start) / 1000) * (total / done - 1) : Infinity;
      draw([Number.isFinite(left) ? words.timeLeft(duration(left)) : '', note]);
    },
    finish() {
      draw([]);
    },
  };
}
