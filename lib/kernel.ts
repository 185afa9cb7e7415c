/** One output in several formats; the front end draws the richest that it knows. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** How an output is shown: under a name, in place of an earlier one, with metadata that the notebook stores. */
export interface DisplayOptions {
  readonly id?: string;
  readonly update?: boolean;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** What the Lineage kernel gives to cells under the global name `kernel`. */
export interface Kernel {
  /** Shows `bundle` under the running cell; with `id` and `update` it replaces what was shown under that id. */
  display(bundle: MimeBundle, options?: DisplayOptions): void;
  /** Removes what the running cell has shown so far; with `wait`, only when the next output arrives. */
  clear(wait?: boolean): void;
  /** Aborted when the reader presses stop; a fresh one for every cell. */
  readonly signal: AbortSignal;
  /** Functions to call after an interrupt, to put things back in order. */
  readonly onInterrupt: (() => void)[];
}

declare global {
  // `var` is the only declaration that adds a property to globalThis.
  var kernel: Kernel | undefined;
}
