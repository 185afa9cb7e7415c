import type { FinishOptions } from '../../../lib/kernel';
import {
  allStop,
  calm,
  cellPatienceSlot,
  cellsStop,
  type InterruptFlag,
  type PatienceSlot,
} from '../interrupt-flag';
import { aliveName, flagName, keepName, mostNumbers, numbersName, stopName } from '../polls';
import { KeyboardInterrupt } from './keyboard-interrupt';

/** The runs that were stopped, and the three names by which compiled loops and awaits ask about them. */
export class Interruptible {
  readonly #flag: InterruptFlag;
  readonly #stopped = new Map<number, number>();
  /** Up to which level an interrupt waits for work that is to be finished. */
  #held = calm;
  /** Whether a callback runs that most likely ends at once. */
  #isBrief = false;
  readonly #numbers = new Float64Array(mostNumbers);
  /** Gives back the variables that the running loop keeps. */
  #giveBack = () => {};

  constructor(flag: InterruptFlag) {
    this.#flag = flag;
    this.#bear();
    Object.defineProperty(globalThis, flagName, { value: flag.cells });
    Object.defineProperty(globalThis, stopName, { get: () => this.#interrupt() });
    Object.defineProperty(globalThis, aliveName, { value: this.#alive });
    Object.defineProperty(globalThis, keepName, { value: this.#keep });
    Object.defineProperty(globalThis, numbersName, { value: this.#numbers });
  }

  /** From now on the awaits of this run throw: those of cells at the first level, everyone's at the second. */
  stop(run: number, level: number): void {
    this.#stopped.set(run, Math.min(level, allStop));
  }

  /** Throws once the reader has pressed stop; for waiting in no loop of the reader's. */
  check(slot: PatienceSlot = cellPatienceSlot): void {
    if (this.#flag.stops(slot)) throw this.#interrupt();
  }

  /** Does the work without an interrupt in its middle; see `finish` of the global `kernel`. */
  finish<T>(work: () => T, { unlessSlow = false }: FinishOptions = {}): T {
    const outer = this.#held;
    this.#bear(Math.max(outer, unlessSlow ? cellsStop : allStop));
    try {
      return work();
    } finally {
      this.#bear(outer);
    }
  }

  /** Calls a callback that an interrupt is not meant for, unless it takes long. */
  callBack<T>(callback: () => T): T {
    const [held, isBrief] = [this.#held, this.#isBrief];
    this.#flag.beginCallback();
    this.#bear(calm, true);
    try {
      return callback();
    } finally {
      this.#bear(held, isBrief);
    }
  }

  /** Whether work is under way that no interrupt may cut in two. */
  get isHeld(): boolean {
    return this.#held === allStop;
  }

  /** After the code was halted by force, which passes by every `finally`. */
  letGo(): void {
    this.#bear(calm, false);
    this.#keep();
  }

  #bear(held = this.#held, isBrief = this.#isBrief): void {
    this.#held = held;
    this.#isBrief = isBrief;
    this.#flag.bear(held, isBrief);
  }

  // The flag is lowered as it is thrown, so that loops in `finally` can put things back in order.
  #interrupt(): KeyboardInterrupt {
    const { level, run } = this.#flag;
    this.stop(run, level);
    this.#flag.thrown = run;
    this.#flag.level = calm;
    this.#giveBack();
    this.#keep();
    return new KeyboardInterrupt();
  }

  /**
   * A loop begins, and notes at each turn what is to be given back to `exports` where it is stopped: numbers in the
   * order of their names, others by name. Without any, it has ended.
   */
  readonly #keep = (exports = {}, others = {}, names: readonly string[] = []): void => {
    this.#giveBack = () => {
      Object.assign(exports, others);
      for (const [index, name] of names.entries()) Reflect.set(exports, name, this.#numbers[index]);
    };
  };

  // Awaits that never let the event loop turn see only the flag.
  readonly #alive = <T>(slot: PatienceSlot, run: number, value: T): T => {
    if (run === this.#flag.run) this.check(slot);
    const patience = slot === cellPatienceSlot ? calm : cellsStop;
    if (this.#stopped.size > 0 && (this.#stopped.get(run) ?? calm) > patience) throw new KeyboardInterrupt();
    return value;
  };
}
