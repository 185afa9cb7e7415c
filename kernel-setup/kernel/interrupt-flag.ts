/**
 * How far an interrupt has gone: none, cells stop at their next turn, library code stops as well, and the main thread
 * ends the run whatever it does.
 */
export const calm = 0;
export const cellsStop = 1;
export const allStop = 2;
export const forced = 3;

/** Added to the patience of a callback that has only begun. */
const brief = 8;

/** What the io worker says to a main thread that is ready to be halted. */
export const unheard = 0;
export const heardAndHalts = 1;
export const heardAndSpares = 2;

/** How long, in ms, the main thread may sleep before it looks again whether it was stopped. */
export const nap = 50;

/** The name by which the io worker reaches the main thread in the middle of its work. */
export const haltName = '__halt';

/** Where in the shared memory each number stands; compiled code reads the first four. */
export const levelSlot = 0;
export const runSlot = 1;
export const cellPatienceSlot = 2;
export const libraryPatienceSlot = 3;
const thrownSlot = 4;
const heardSlot = 5;
const callbackSlot = 6;
const slots = 7;

/** Whose patience is asked for; a level above it stops them. */
export type PatienceSlot = typeof cellPatienceSlot | typeof libraryPatienceSlot;

/** Memory that both the io worker and the reader's running code see, so that a busy loop can be reached. */
export class InterruptFlag {
  readonly cells: Int32Array;

  constructor(readonly memory = new SharedArrayBuffer(slots * Int32Array.BYTES_PER_ELEMENT)) {
    this.cells = new Int32Array(memory);
  }

  /** Up to which level the running code goes on: cells' and the library's, more while work is to be finished. */
  bear(held: number, isBrief: boolean): void {
    const more = isBrief ? brief : 0;
    Atomics.store(this.cells, cellPatienceSlot, held + more);
    Atomics.store(this.cells, libraryPatienceSlot, Math.max(held, cellsStop) + more);
  }

  /** Whether who has this patience is to stop now. */
  stops(slot: PatienceSlot): boolean {
    return Atomics.load(this.cells, levelSlot) > Atomics.load(this.cells, slot);
  }

  /** A callback begins. */
  beginCallback(): void {
    Atomics.add(this.cells, callbackSlot, 1);
  }

  /** How many callbacks have begun. */
  get callbacks(): number {
    return Atomics.load(this.cells, callbackSlot);
  }

  /** The callback that runs is not brief: the interrupt is meant for it as well. */
  spareNoLonger(): void {
    for (const slot of [cellPatienceSlot, libraryPatienceSlot]) {
      const patience = Atomics.load(this.cells, slot);
      // Unless it has ended meanwhile.
      if (patience >= brief) Atomics.compareExchange(this.cells, slot, patience, patience - brief);
    }
  }

  /** How far the interrupt has gone: {@link calm}, {@link cellsStop} or {@link allStop}. */
  get level(): number {
    return Atomics.load(this.cells, levelSlot);
  }

  set level(level: number) {
    Atomics.store(this.cells, levelSlot, level);
  }

  /** The number of the run that executes now; async functions remember the one that they began in. */
  get run(): number {
    return Atomics.load(this.cells, runSlot);
  }

  set run(run: number) {
    Atomics.store(this.cells, runSlot, run);
  }

  /** The run that was interrupted last at a line of its own, and has its `finally` blocks to go through. */
  get thrown(): number {
    return Atomics.load(this.cells, thrownSlot);
  }

  set thrown(run: number) {
    Atomics.store(this.cells, thrownSlot, run);
  }

  /** Whether the io worker has heard that the main thread is ready to be halted, and what it does. */
  get heard(): number {
    return Atomics.load(this.cells, heardSlot);
  }

  set heard(heard: number) {
    Atomics.store(this.cells, heardSlot, heard);
  }
}
