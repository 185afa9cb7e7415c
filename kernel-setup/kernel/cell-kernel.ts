import type { DisplayOptions, Kernel, MimeBundle } from '../../lib/kernel';
import type { FromMain } from './threads';

/** The global `kernel` of the cells: shows bundles under the running cell, and tells when to stop. */
export class CellKernel implements Kernel {
  readonly #send: (message: FromMain) => void;
  readonly #run: () => number;
  #abort = new AbortController();
  readonly onInterrupt: (() => void)[] = [];

  /** @param run the number of the cell that output belongs to */
  constructor(send: (message: FromMain) => void, run: () => number) {
    this.#send = send;
    this.#run = run;
  }

  display(bundle: MimeBundle, options: DisplayOptions = {}): void {
    const { id, update, metadata } = options;
    this.#send({ type: 'display', run: this.#run(), bundle, options: { id, update, metadata } });
  }

  clear(wait = false): void {
    this.#send({ type: 'clear', run: this.#run(), wait });
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** A fresh signal for the next cell. */
  begin(): void {
    this.#abort = new AbortController();
  }

  /** Aborts the signal and calls the hooks; what they throw is returned. */
  interrupt(reason: Error): unknown[] {
    this.#abort.abort(reason);
    const thrown: unknown[] = [];
    for (const hook of this.onInterrupt) {
      try {
        hook();
      } catch (error) {
        thrown.push(error);
      }
    }
    return thrown;
  }
}
