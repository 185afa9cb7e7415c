import { setTimeout as wait } from 'node:timers/promises';
import { Publisher } from 'zeromq';

/** How many messages wait for each front end at most; printed text comes in pieces of 64 kB. */
const queued = 256;
/** How long, in ms, the others wait for a front end that takes nothing. */
const patience = 5000;
/** How long, in ms, a closed socket goes on sending what it has taken. */
export const linger = 1000;
/** How often, in ms, a message that waits is offered again. */
const pause = 1;

/**
 * The iopub socket. It waits for slow front ends, so that none misses output; but one that reads nothing at all, such
 * as a console that was suspended, holds up the others only once: zeromq then leaves it out until it reads again.
 */
export class Broadcaster {
  // Without drops, zeromq refuses a message as long as any front end has no room for it.
  readonly socket = new Publisher({ sendHighWaterMark: queued, sendTimeout: 0, noDrop: true, linger });
  readonly #leftBehind: () => void;

  /** @param leftBehind is called when a front end begins to miss output */
  constructor(leftBehind: () => void) {
    this.#leftBehind = leftBehind;
  }

  /** Sends to all front ends; one call at a time. */
  async send(frames: Buffer[]): Promise<void> {
    const deadline = performance.now() + patience;
    while (!(await this.#offer(frames))) {
      if (performance.now() > deadline) return this.#leaveBehind(frames);
      await wait(pause);
    }
  }

  /** Takes nothing more. */
  close(): void {
    this.socket.close();
  }

  /** @returns false when a front end has no room */
  async #offer(frames: Buffer[]): Promise<boolean> {
    try {
      await this.socket.send(frames);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return false;
      throw error;
    }
  }

  /** Sends to those that have room. */
  async #leaveBehind(frames: Buffer[]): Promise<void> {
    this.socket.noDrop = false;
    await this.socket.send(frames);
    this.socket.noDrop = true;
    this.#leftBehind();
  }
}
