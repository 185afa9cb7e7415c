import type { FinishOptions } from './kernel';

/**
 * Runs `work` to its end although the reader presses stop in its middle; the stop comes right after it.
 *
 * @param options with `unlessSlow`, work that takes more than half a second is stopped all the same
 * @returns what `work` returns
 */
export function finish<T>(work: () => T, options?: FinishOptions): T {
  const { kernel } = globalThis;
  return kernel ? kernel.finish(work, options) : work();
}
