import { allStop, calm, type InterruptFlag } from './interrupt-flag';
import { aliveName, flagName, stopName } from './polls';

/** What stops a cell when the reader presses stop. */
export class KeyboardInterrupt extends Error {
  override readonly name = 'KeyboardInterrupt';

  constructor() {
    super('stopped by the reader');
  }
}

/** The runs that were stopped, and the three names by which compiled loops and awaits ask about them. */
export class Interruptible {
  readonly #flag: InterruptFlag;
  readonly #stopped = new Map<number, number>();

  constructor(flag: InterruptFlag) {
    this.#flag = flag;
    const names = { [flagName]: flag.cells, [stopName]: () => this.#stop(), [aliveName]: this.#alive };
    for (const [name, value] of Object.entries(names)) Object.defineProperty(globalThis, name, { value });
  }

  /** From now on the awaits of this run throw: those of cells at the first level, everyone's at the second. */
  stop(run: number, level: number): void {
    this.#stopped.set(run, level);
  }

  // The flag is lowered as it is thrown, so that loops in `finally` can put things back in order.
  #stop(): never {
    this.#stopped.set(this.#flag.run, Math.min(this.#flag.level, allStop));
    this.#flag.level = calm;
    throw new KeyboardInterrupt();
  }

  readonly #alive = <T>(patience: number, run: number, value: T): T => {
    if (this.#stopped.size > 0 && (this.#stopped.get(run) ?? calm) > patience) throw new KeyboardInterrupt();
    return value;
  };
}
