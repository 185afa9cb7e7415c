/** How far an interrupt has gone: none, cells stop at their next turn, library code stops as well. */
export const calm = 0;
export const cellsStop = 1;
export const allStop = 2;

const levelSlot = 0;
const runSlot = 1;

/** Memory that both the io worker and the reader's running code see, so that a busy loop can be reached. */
export class InterruptFlag {
  readonly cells: Int32Array;

  constructor(readonly memory = new SharedArrayBuffer(8)) {
    this.cells = new Int32Array(memory);
  }

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
}
