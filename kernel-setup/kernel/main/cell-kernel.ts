import type { DisplayOptions, FinishOptions, InputOptions, Kernel, MimeBundle } from '../../../lib/kernel';
import { libraryPatienceSlot } from '../interrupt-flag';
import type { FromMain } from '../threads';
import type { Interruptible } from './interruptible';
import { expectBundle, toJson } from './mime-bundle';
import type { Questions } from './questions';

/** The global `kernel` of the cells: shows bundles under the running cell, asks, and tells when to stop. */
export class CellKernel implements Kernel {
  readonly #send: (message: FromMain) => void;
  readonly #run: () => number;
  readonly #questions: Questions;
  readonly #interruptible: Interruptible;
  #abort = new AbortController();
  readonly onInterrupt: (() => void)[] = [];
  /** The hook that runs. */
  #calling: (() => void) | undefined;

  /** @param run the number of the cell that output belongs to */
  constructor(
    send: (message: FromMain) => void,
    run: () => number,
    questions: Questions,
    interruptible: Interruptible,
  ) {
    this.#send = send;
    this.#run = run;
    this.#questions = questions;
    this.#interruptible = interruptible;
  }

  display(bundle: MimeBundle, options: DisplayOptions = {}): void {
    const { id, update, metadata } = options;
    expectBundle('kernel.display', bundle);
    if (update && !id)
      throw new TypeError(
        'kernel.display: expected an id beside update: true, got none; it names what to replace',
      );
    const json = toJson('kernel.display', { data: bundle, metadata });
    this.#send({ type: 'display', run: this.#run(), json, id, update });
  }

  clear(wait = false): void {
    this.#send({ type: 'clear', run: this.#run(), wait: Boolean(wait) });
  }

  prompt(text = '', { password = false }: InputOptions = {}): string {
    return this.#questions.prompt(text, password);
  }

  input(text = '', { password = false }: InputOptions = {}): Promise<string> {
    return this.#questions.input(text, password);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  throwIfInterrupted(): void {
    this.#interruptible.check(libraryPatienceSlot);
  }

  finish<T>(work: () => T, options: FinishOptions = {}): T {
    return this.#interruptible.finish(work, options);
  }

  /** A fresh signal for the next cell. */
  begin(): void {
    this.#abort = new AbortController();
  }

  /** Aborts the signal, ends what waits for input, and calls the hooks; what they throw is returned. */
  interrupt(reason: Error): unknown[] {
    this.#abort.abort(reason);
    this.#questions.interrupt();
    const thrown: unknown[] = [];
    // A hook that was halted, since it never ended, is not called again.
    if (this.#calling) this.onInterrupt.splice(this.onInterrupt.indexOf(this.#calling), 1);
    for (const hook of [...this.onInterrupt]) {
      this.#calling = hook;
      try {
        hook();
      } catch (error) {
        thrown.push(error);
      }
      this.#calling = undefined;
    }
    return thrown;
  }
}
