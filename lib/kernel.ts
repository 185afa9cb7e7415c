/** One output in several formats; the front end draws the richest that it knows. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** How an output is shown: under a name, in place of an earlier one, with metadata that the notebook stores. */
export interface DisplayOptions {
  readonly id?: string;
  readonly update?: boolean;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** How a question is asked: with `password`, what the reader types is not shown. */
export interface InputOptions {
  readonly password?: boolean;
}

/** How work is finished: with `unlessSlow`, only what is done within half a second of the stop button. */
export interface FinishOptions {
  readonly unlessSlow?: boolean;
}

/** What the Lineage kernel gives to cells under the global name `kernel`. */
export interface Kernel {
  /**
   * Shows `bundle` under the running cell; with `id` and `update` it replaces what was shown under that id.
   *
   * @example kernel.display({ 'text/markdown': '**bold**', 'text/plain': 'bold' })
   * @throws TypeError when the bundle holds what JSON can't, such as a bigint
   */
  display(bundle: MimeBundle, options?: DisplayOptions): void;
  /** Removes what the running cell has shown so far; with `wait`, only when the next output arrives. */
  clear(wait?: boolean): void;
  /**
   * Asks the reader, and waits for the answer: the cell stands still, timers and promises too, until it is there.
   *
   * @example const name = kernel.prompt('Your name? ')
   * @throws StdinNotImplementedError where nobody can answer, as when a program runs the notebook
   * @throws EndOfInputError when the reader ends the input (Ctrl-D) in place of an answer
   */
  prompt(text?: string, options?: InputOptions): string;
  /**
   * Asks the reader, and goes on meanwhile: the promise resolves with the answer. Several questions are shown one
   * after the other; a cell that ends before the answer takes its question with it.
   *
   * @example const rate = Number(await kernel.input('Learning rate? '))
   * @throws StdinNotImplementedError where nobody can answer, as when a program runs the notebook
   * @throws EndOfInputError when the reader ends the input (Ctrl-D) in place of an answer
   */
  input(text?: string, options?: InputOptions): Promise<string>;
  /** Aborted when the reader presses stop; a fresh one for every cell. */
  readonly signal: AbortSignal;
  /** Functions to call after an interrupt, to put things back in order. */
  readonly onInterrupt: (() => void)[];
  /**
   * Throws half a second after the reader has pressed stop, at once when pressed twice: for code of packages, in whose
   * loops the kernel can put nothing.
   */
  throwIfInterrupted(): void;
  /**
   * Runs `work`, which must be quick, to its end although the reader presses stop: what belongs together, such as the
   * parameters of one update, changes as a whole or not at all.
   */
  finish<T>(work: () => T, options?: FinishOptions): T;
}

declare global {
  /** The notebook's kernel; in plain Node there is none, so the library asks for `globalThis.kernel?.`. */
  // `var` is the only declaration that adds a property to globalThis.
  var kernel: Kernel;
}
