import type { FinishOptions } from '../../../lib/kernel';
import { allStop, calm, cellsStop, type InterruptFlag } from '../interrupt-flag';
import { aliveName, flagName, stopName } from '../polls';
import { KeyboardInterrupt } from './keyboard-interrupt';

/** The runs that were stopped, and the three names by which compiled loops and awaits ask about them. */
export class Interruptible {
  readonly #flag: InterruptFlag;
  readonly #stopped = new Map<number, number>();
  /** Up to which level an interrupt waits for work that is to be finished. */
  #held = calm;

  readonly #spared: () => boolean;

  /** @param spared whether what runs now has only begun and belongs to no running cell */
  constructor(flag: InterruptFlag, spared: () => boolean) {
    this.#flag = flag;
    this.#spared = spared;
    const names = { [flagName]: flag.cells, [stopName]: () => this.#stop(), [aliveName]: this.#alive };
    for (const [name, value] of Object.entries(names)) Object.defineProperty(globalThis, name, { value });
  }

  /** From now on the awaits of this run throw: those of cells at the first level, everyone's at the second. */
  stop(run: number, level: number): void {
    this.#stopped.set(run, Math.min(level, allStop));
  }

  /** Throws once the reader has pressed stop; for the kernel's own waiting, in no loop of the reader's. */
  check(patience = calm): void {
    if (this.#flag.level > patience) this.#stop();
  }

  /** Does the work without an interrupt in its middle; see `finish` of the global `kernel`. */
  finish<T>(work: () => T, { unlessSlow = false }: FinishOptions = {}): T {
    const outer = this.#held;
    this.#held = Math.max(outer, unlessSlow ? cellsStop : allStop);
    try {
      return work();
    } finally {
      this.#held = outer;
    }
  }

  /** Whether work is under way that no interrupt may cut in two. */
  get isHeld(): boolean {
    return this.#held === allStop;
  }

  /** After the code was halted by force, which passes by every `finally`. */
  letGo(): void {
    this.#held = calm;
  }

  // The flag is lowered as it is thrown, so that loops in `finally` can put things back in order.
  #stop(): void {
    const { level, run } = this.#flag;
    if (level <= this.#held || this.#spared()) return;
    this.stop(run, level);
    this.#flag.thrown = run;
    this.#flag.level = calm;
    throw new KeyboardInterrupt();
  }

  // Awaits that never let the event loop turn see only the flag.
  readonly #alive = <T>(patience: number, run: number, value: T): T => {
    if (this.#flag.level > patience && run === this.#flag.run) this.#stop();
    if (this.#stopped.size > 0 && (this.#stopped.get(run) ?? calm) > patience) throw new KeyboardInterrupt();
    return value;
  };
}
