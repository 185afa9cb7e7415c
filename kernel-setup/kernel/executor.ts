import { CellKernel } from './cell-kernel';
import { Definitions } from './definitions';
import { shown } from './display';
import { failure } from './errors';
import { allStop, calm, InterruptFlag } from './interrupt-flag';
import { Interruptible, KeyboardInterrupt } from './interruptible';
import { Modules } from './modules';
import { run } from './run';
import { SourceLines } from './source-lines';
import type { CompiledCell, FromMain, Outcome, ToMain } from './threads';

/** How long, in ms, an interrupted run may still take to end by itself at its own line. */
const grace = 100;

/** The main thread's work: runs the reader's cells, one at a time, and reports what comes of them. */
export class Executor {
  readonly #send: (message: FromMain) => void;
  readonly #flag: InterruptFlag;
  readonly #interruptible: Interruptible;
  readonly #definitions = new Definitions();
  readonly #modules: Modules;
  readonly #lines: SourceLines;
  readonly kernel: CellKernel;
  #running: number | undefined;

  constructor(root: string, folder: string, memory: SharedArrayBuffer, send: (message: FromMain) => void) {
    this.#send = send;
    this.#flag = new InterruptFlag(memory);
    this.#interruptible = new Interruptible(this.#flag);
    this.#modules = new Modules(root, folder);
    this.#lines = new SourceLines(root);
    // Output of timers that outlive their cell goes to the cell that ran last.
    this.kernel = new CellKernel(send, () => this.#flag.run);
  }

  async handle(message: ToMain): Promise<void> {
    if (message.type === 'execute') await this.#execute(message);
    else if (message.type === 'evaluate') await this.#evaluate(message.id, message.cell);
    else if (message.type === 'interrupt') this.#interrupt(message.run, message.level);
    else process.exit(0);
  }

  /** Text that was printed, on its way to the cell that printed it. */
  print(name: 'stdout' | 'stderr', text: string): void {
    this.#send({ type: 'stream', run: this.#flag.run, name, text });
  }

  /** Reports what was thrown outside any cell, by a timer or a promise that nobody awaits. */
  report(thrown: unknown): void {
    if (thrown instanceof KeyboardInterrupt) return;
    this.print('stderr', `${failure(thrown, this.#lines).traceback.join('\n')}\n`);
  }

  async #execute({ run: number, count, code, cell }: ToMain & { type: 'execute' }): Promise<void> {
    this.#running = number;
    this.#flag.run = number;
    this.#flag.level = calm;
    this.kernel.begin();
    this.#accept(cell);
    this.#lines.addCell(count, code, cell);
    try {
      let value = run(cell, count, this.#definitions, this.#modules.require);
      if (cell.awaits) value = await value;
      if (this.#running !== number) return;
      if (value !== undefined) this.#send({ type: 'result', run: number, shown: await shown(value) });
      this.#end(number, { status: 'ok' });
    } catch (thrown) {
      // A loop that was stopped by the flag is here before the message that announces the interrupt.
      if (thrown instanceof KeyboardInterrupt) this.#announce(thrown);
      this.#end(number, failure(thrown, this.#lines));
    }
  }

  async #evaluate(id: number, cell: CompiledCell): Promise<void> {
    this.#accept(cell);
    try {
      const value = await run(cell, 0, this.#definitions, this.#modules.require);
      this.#send({ type: 'evaluated', id, answer: { status: 'ok', ...(await shown(value)) } });
    } catch (thrown) {
      this.#send({ type: 'evaluated', id, answer: failure(thrown, this.#lines) });
    }
  }

  /** Arrives between two turns of the event loop, so the cell is waiting for something, or has just ended. */
  #interrupt(number: number, level: number): void {
    if (this.#running !== number) {
      this.#flag.level = calm;
      return;
    }
    const reason = new KeyboardInterrupt();
    this.#interruptible.stop(number, level);
    this.#announce(reason);
    // What never comes can't be interrupted where it waits: the cell ends here, and its rest at its next await.
    if (level === allStop) setTimeout(() => this.#end(number, failure(reason, this.#lines)), grace);
  }

  /** Aborts the signal and calls the hooks, once for each interrupted cell. */
  #announce(reason: KeyboardInterrupt): void {
    if (this.kernel.signal.aborted) return;
    for (const thrown of this.kernel.interrupt(reason)) this.report(thrown);
  }

  #accept({ modules }: CompiledCell): void {
    for (const module of modules) {
      this.#modules.accept(module);
      this.#lines.addModule(module.file, module);
    }
  }

  #end(number: number, outcome: Outcome): void {
    if (this.#running !== number) return;
    this.#running = undefined;
    this.#send({ type: 'done', run: number, outcome });
  }
}
