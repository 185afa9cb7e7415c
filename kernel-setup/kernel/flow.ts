import { nap } from './interrupt-flag';
import type { FromMain } from './threads';

/** The most output, in characters, that may be on its way between the reader's code and the front ends. */
const capacity = 4_000_000;
/** What a message costs beside its text, in characters. */
const overhead = 100;

/**
 * Output on its way from the main thread to the front ends, counted in shared memory. A cell that prints faster than
 * front ends take it waits here, so that nothing is lost and the memory stays small.
 */
export class Flow {
  readonly #underWay: Int32Array;

  constructor(readonly memory = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) {
    this.#underWay = new Int32Array(memory);
  }

  /** Counts a message in, on the main thread; waits until there is room for it, or until `stopped`. */
  enter(message: FromMain, stopped: () => boolean): void {
    const size = weight(message);
    if (size === 0) return;
    for (;;) {
      const before = Atomics.load(this.#underWay, 0);
      // One that is larger than all room goes alone.
      if (before === 0 || before + size <= capacity || stopped()) break;
      Atomics.wait(this.#underWay, 0, before, nap);
    }
    Atomics.add(this.#underWay, 0, size);
  }

  /** Counts a message out, on the io worker, once the socket has taken it. */
  leave(message: FromMain): void {
    const size = weight(message);
    if (size === 0) return;
    Atomics.sub(this.#underWay, 0, size);
    Atomics.notify(this.#underWay, 0);
  }
}

/** What a message counts; how a run ends is let through at any time. */
function weight(message: FromMain): number {
  if (message.type === 'stream') return overhead + message.text.length;
  if (message.type === 'display') return overhead + message.json.length;
  return message.type === 'clear' ? overhead : 0;
}
