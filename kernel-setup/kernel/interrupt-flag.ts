/**
 * How far an interrupt has gone: none, cells stop at their next turn, library code stops as well, and the main thread
 * ends the run whatever it does.
 */
export const calm = 0;
export const cellsStop = 1;
export const allStop = 2;
export const forced = 3;

/** What the io worker says to a main thread that is ready to be halted. */
export const unheard = 0;
export const heardAndHalts = 1;
export const heardAndSpares = 2;

/** How long, in ms, the main thread may sleep before it looks again whether it was stopped. */
export const nap = 50;

/** The name by which the io worker reaches the main thread in the middle of its work. */
export const haltName = '__halt';

/** Where in the shared memory each number stands; compiled code reads the first two. */
export const levelSlot = 0;
export const runSlot = 1;
const thrownSlot = 2;
const heardSlot = 3;
const slots = 4;

/** Memory that both the io worker and the reader's running code see, so that a busy loop can be reached. */
export class InterruptFlag {
  readonly cells: Int32Array;

  constructor(readonly memory = new SharedArrayBuffer(slots * Int32Array.BYTES_PER_ELEMENT)) {
    this.cells = new Int32Array(memory);
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
