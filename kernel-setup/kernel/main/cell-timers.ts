import timers from 'node:timers';
import type { Interruptible } from './interruptible';
import { isInterrupt } from './keyboard-interrupt';

/** The timers of one cell; none of them fires any more once it is stopped. */
interface Owner {
  stopped: boolean;
}

type Schedule = (callback: unknown, ...rest: unknown[]) => NodeJS.Timeout | NodeJS.Immediate;

const schedules = {
  setTimeout: timers.clearTimeout,
  setInterval: timers.clearInterval,
  setImmediate: timers.clearImmediate,
} as const;

/**
 * Knows which cell a timer belongs to, so that an interrupt in its callback ends it for good, together with the
 * other timers of that cell: an interval that is always busy would else be back at once.
 */
export class CellTimers {
  #owner: Owner = { stopped: false };
  /** Whose callback runs. */
  #inside: Owner | undefined;

  constructor(readonly interruptible: Interruptible) {}

  /** Puts itself in the place of Node's timers, for cells and packages. */
  install(): void {
    for (const [name, clear] of Object.entries(schedules)) {
      const original = timers[name as keyof typeof schedules] as unknown as Schedule;
      const wrapped = this.#wrap(original, clear as (timer: unknown) => void);
      // Among them the promise form that util.promisify looks for.
      Object.defineProperties(wrapped, Object.getOwnPropertyDescriptors(original));
      Object.assign(globalThis, { [name]: wrapped });
      Object.assign(timers, { [name]: wrapped });
    }
  }

  /** A cell begins: from now on timers are its own. */
  begin(): void {
    this.#owner = { stopped: false };
  }

  /** Ends the timers of the cell whose callback runs, or was halted as it ran. */
  stop(): void {
    if (this.#inside) this.#inside.stopped = true;
    this.#inside = undefined;
  }

  /** Callbacks that a callback schedules belong to the same cell. */
  #current(): Owner {
    if (this.#owner.stopped) this.begin();
    return this.#inside ?? this.#owner;
  }

  #wrap(schedule: Schedule, clear: (timer: unknown) => void): Schedule {
    const timers = this;
    return (callback, ...rest) => {
      if (typeof callback !== 'function') return schedule(callback, ...rest);
      const owner = this.#current();
      const timer = schedule(
        function (this: unknown, ...args: unknown[]) {
          if (owner.stopped) return clear(timer);
          const outer = timers.#inside;
          timers.#inside = owner;
          try {
            timers.interruptible.callBack(() => Reflect.apply(callback, this, args));
          } catch (thrown) {
            if (isInterrupt(thrown)) owner.stopped = true;
            throw thrown;
          } finally {
            timers.#inside = outer;
          }
        },
        ...rest,
      );
      return timer;
    };
  }
}
