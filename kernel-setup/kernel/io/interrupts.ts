import { allStop, calm, cellsStop, forced, type InterruptFlag } from '../interrupt-flag';
import type { FromMain, ToMain } from '../threads';
import { Force } from './force';

/** How long, in ms, library code may go on after an interrupt, so that a training step can come to its end. */
const libraryPatience = 500;
/** How long, in ms, until force: from the interrupt, and for a cell that is in its `finally` blocks by then. */
const patience = 1200;
const cleanUpPatience = 1500;
/** How often, in ms, force is tried, and how long it spares work that is better not cut in two. */
const retry = 50;
const sparing = 400;
/** How long, in ms, the main thread may take to report, before it is halted again, and told again of the force. */
const reporting = 150;
const telling = 500;
/** How long, in ms, a callback may run without being taken for one that keeps the kernel busy. */
const brief = 50;

type Answer = Extract<FromMain, { type: 'answered' | 'halting' }>;

/** One press of the stop button, until the main thread is free again. */
interface Press {
  /** The run that executes; 0 when none does, and the main thread is kept busy by a timer. */
  readonly run: number;
  readonly timers: NodeJS.Timeout[];
  level: number;
  forcedAt?: number;
  /** When the main thread was told of the force, and when its code was halted last. */
  toldAt: number;
  haltedAt?: number;
}

/**
 * What becomes of the reader's interrupts: first cells stop, then library code, then whatever runs is halted by force,
 * at once when the reader asks a second time.
 */
export class Interrupts {
  readonly #flag: InterruptFlag;
  readonly #force: Force;
  readonly #main: (message: ToMain) => void;
  readonly #lost: (run: number) => void;
  #press: Press | undefined;

  /** @param lost is told of a run that the main thread knows nothing of any more */
  constructor(flag: InterruptFlag, main: (message: ToMain) => void, lost: (run: number) => void) {
    this.#flag = flag;
    this.#force = new Force(flag);
    this.#main = main;
    this.#lost = lost;
  }

  /** The reader has pressed stop while `run` executes; 0 when none does. */
  press(run: number): void {
    if (this.#press && (this.#press.run === run || run === 0)) this.#halt(this.#press);
    else this.#begin(run);
  }

  #begin(run: number): void {
    this.#settle();
    const press: Press = { run, timers: [], level: calm, toldAt: -Infinity };
    this.#press = press;
    this.#raise(press, cellsStop);
    const after = (ms: number, then: () => void) => press.timers.push(setTimeout(then, ms));
    this.#notice(press);
    after(libraryPatience, () => {
      if (this.#flag.thrown !== run) this.#raise(press, allStop);
    });
    after(patience, () => {
      if (press.level === allStop) this.#halt(press);
      else this.#raise(press, allStop);
    });
    after(cleanUpPatience, () => this.#halt(press));
  }

  /** The run has come to its end, of whatever kind: what runs from now on is not to be halted. */
  ended(run: number): void {
    if (this.#press?.run === run) this.#settle();
  }

  /** What the main thread says about the interrupt. */
  handle(answer: Answer): void {
    const press = this.#press;
    if (answer.type === 'halting') {
      if (press) {
        press.haltedAt = performance.now();
        this.#force.halt();
      } else this.#force.spare();
    } else if (press?.run === answer.run) {
      if (press.run === 0) this.#settle();
      else if (answer.running !== press.run) this.#lost(press.run);
    }
  }

  #raise(press: Press, level: number): void {
    press.level = level;
    this.#flag.level = Math.min(level, allStop);
    this.#main({ type: 'interrupt', run: press.run, level });
  }

  /** Has a callback stopped as well, once it has run for long. */
  #notice(press: Press): void {
    const { callbacks } = this.#flag;
    const look = () => {
      if (callbacks === this.#flag.callbacks) this.#flag.spareNoLonger();
      this.#notice(press);
    };
    press.timers.push(setTimeout(look, brief));
  }

  #halt(press: Press): void {
    if (press.forcedAt !== undefined) return;
    press.forcedAt = performance.now();
    this.#try(press, press.forcedAt);
  }

  #try(press: Press, forcedAt: number): void {
    if (this.#press !== press) return;
    const now = performance.now();
    if (now - press.toldAt > telling) {
      // Again where the main thread was halted as it read the message before.
      this.#raise(press, forced);
      press.toldAt = now;
    }
    if (press.haltedAt === undefined || now - press.haltedAt > reporting)
      this.#force.ask(now - forcedAt < sparing);
    press.timers.push(setTimeout(() => this.#try(press, forcedAt), retry));
  }

  #settle(): void {
    for (const timer of this.#press?.timers ?? []) clearTimeout(timer);
    this.#press = undefined;
    this.#force.release();
  }
}
