import type { AnswerBoxParts } from '../answer-box';
import { allStop, calm, forced, type InterruptFlag } from '../interrupt-flag';
import type { CompiledCell, Failure, FromMain, ToMain } from '../threads';
import { CellKernel } from './cell-kernel';
import { CellTimers } from './cell-timers';
import { Definitions } from './definitions';
import { dropTicks } from './drop-ticks';
import { failure } from './failure';
import { Halt, noError } from './halt';
import { Interruptible } from './interruptible';
import { Intrinsics } from './intrinsics';
import { isInterrupt, KeyboardInterrupt } from './keyboard-interrupt';
import { lateError, type Origin } from './late-error';
import { Modules } from './modules';
import { Questions } from './questions';
import { run } from './run';
import { shown } from './shown';
import { SourceLines } from './source-lines';
import { restoreStacks, writeStacksFor } from './stack';

/** How long, in ms, an interrupted run may still take to end by itself at its own line. */
const grace = 100;

/** What the main thread is asked to run, and how it reports that it failed. */
interface Running {
  readonly run: number;
  readonly failed: (outcome: Failure) => FromMain;
}

/** Node's own, which no interrupt ends. */
const { setTimeout } = globalThis;

/** The main thread's work: runs the reader's cells, one at a time, and reports what comes of them. */
export class Executor {
  readonly #send: (message: FromMain) => void;
  readonly #flag: InterruptFlag;
  readonly #interruptible: Interruptible;
  readonly #intrinsics = new Intrinsics();
  readonly #definitions = new Definitions();
  readonly #modules: Modules;
  readonly #lines: SourceLines;
  /** The latest run under each count. */
  readonly #runs = new Map<number, number>();
  readonly kernel: CellKernel;
  readonly #questions: Questions;
  readonly #timers: CellTimers;
  readonly #halt: Halt;
  #running: Running | undefined;

  constructor(
    root: string,
    folder: string,
    flag: InterruptFlag,
    box: AnswerBoxParts,
    send: (message: FromMain) => void,
  ) {
    this.#send = send;
    this.#flag = flag;
    this.#interruptible = new Interruptible(this.#flag);
    this.#timers = new CellTimers(this.#interruptible);
    this.#halt = new Halt(flag, this.#interruptible, send);
    this.#timers.install();
    this.#modules = new Modules(root, folder);
    this.#lines = new SourceLines(root, folder);
    writeStacksFor(this.#lines);
    // Output of timers that outlive their cell goes to the cell that ran last.
    const run = () => this.#flag.run;
    this.#questions = new Questions({ send, run, interruptible: this.#interruptible, box });
    this.kernel = new CellKernel(send, run, this.#questions, this.#interruptible);
  }

  /** Does what the io worker asks. */
  async handle(message: Exclude<ToMain, { type: 'shutdown' }>): Promise<void> {
    this.#mend();
    if (message.type === 'execute') await this.#execute(message);
    else if (message.type === 'evaluate') await this.#evaluate(message);
    else if (message.type === 'interrupt') this.#interrupt(message.run, message.level);
    else this.#questions.answer(message.answer);
  }

  /** Text that was printed, on its way to the cell that printed it. */
  print(name: 'stdout' | 'stderr', text: string): void {
    this.#send({ type: 'stream', run: this.#flag.run, name, text });
  }

  /** Reports what was thrown outside any cell, under the cell that began it. */
  report(thrown: unknown, origin: Origin): void {
    if (thrown === noError) return;
    this.#mend();
    if (isInterrupt(thrown)) {
      if (origin === 'callback') this.#stopped(thrown);
      return;
    }
    const { cell, text } = lateError(thrown, origin, this.#lines);
    const run = (cell === undefined ? undefined : this.#runs.get(cell)) ?? this.#flag.run;
    this.#send({ type: 'stream', run, name: 'stderr', text });
  }

  async #execute({ run: number, count, code, cell }: ToMain & { type: 'execute' }): Promise<void> {
    this.#begin({ run: number, failed: (outcome) => ({ type: 'done', run: number, outcome }) });
    this.#flag.run = number;
    try {
      this.kernel.begin();
      this.#timers.begin();
      this.#runs.set(count, number);
      restoreStacks();
      this.#accept(cell);
      this.#lines.addCell(count, code, cell);
      let value = run(cell, count, this.#definitions, this.#modules.require);
      if (cell.awaits) value = await value;
      this.#mend();
      if (this.#running?.run !== number) return;
      if (value !== undefined) this.#send({ type: 'result', run: number, shown: await shown(value) });
      this.#end(number, { type: 'done', run: number, outcome: { status: 'ok' } });
    } catch (thrown) {
      this.#mend();
      // A loop that was stopped by the flag is here before the message that announces the interrupt.
      if (isInterrupt(thrown)) this.#announce(thrown);
      this.#fail(number, thrown);
    }
  }

  async #evaluate({ run: number, id, cell }: ToMain & { type: 'evaluate' }): Promise<void> {
    this.#begin({ run: number, failed: (answer) => ({ type: 'evaluated', id, answer }) });
    try {
      this.#accept(cell);
      const value = await run(cell, 0, this.#definitions, this.#modules.require);
      this.#end(number, { type: 'evaluated', id, answer: { status: 'ok', ...(await shown(value)) } });
    } catch (thrown) {
      this.#fail(number, thrown);
    }
  }

  /** Arrives between two turns of the event loop, so the cell is waiting, or has just ended or been halted. */
  #interrupt(number: number, level: number): void {
    const halted = this.#halt.take();
    if (halted) {
      this.#timers.stop();
      this.#interruptible.letGo();
      dropTicks();
    }
    const reason = halted ?? new KeyboardInterrupt();
    const runs = this.#running?.run === number;
    if (!runs) this.#flag.level = calm;
    else if (halted || level === forced) this.#fail(number, reason);
    // What never comes can't be interrupted where it waits: the cell ends here, and its rest at its next await.
    else if (level === allStop) setTimeout(() => this.#fail(number, reason), grace);
    this.#interruptible.stop(number, level);
    this.#send({ type: 'answered', run: number, running: this.#running?.run });
    if (runs) this.#announce(reason, halted !== undefined);
    else if (halted) this.#stopped(halted);
  }

  /** Aborts the signal and calls the hooks: once for each interrupted cell, and once more after force. */
  #announce(reason: KeyboardInterrupt, again = false): void {
    if (this.kernel.signal.aborted && !again) return;
    const failed = this.#interruptible.finish(() => this.kernel.interrupt(reason));
    for (const thrown of failed) this.report(thrown, 'callback');
  }

  /** A callback was interrupted; the cell that waits meanwhile, if one does, is still to be. */
  #stopped(reason: KeyboardInterrupt): void {
    this.#flag.thrown = 0;
    if (this.#running) return;
    this.#announce(reason, true);
    this.print('stderr', `${failure(reason, this.#lines).traceback.join('\n')}\n`);
  }

  /** Undoes what cells did to JavaScript's own objects: the kernel, the library and the next cell stand on them. */
  #mend(): void {
    const restored = this.#intrinsics.restore();
    if (restored) this.print('stderr', restored);
  }

  #accept({ modules }: CompiledCell): void {
    for (const module of modules) {
      this.#modules.accept(module);
      this.#lines.addModule(module.file, module);
    }
  }

  #begin(running: Running): void {
    this.#running = running;
    this.#flag.level = calm;
  }

  #fail(run: number, thrown: unknown): void {
    const outcome = failure(thrown, this.#lines);
    if (this.#running) this.#end(run, this.#running.failed(outcome));
  }

  #end(run: number, report: FromMain): void {
    if (this.#running?.run !== run) return;
    this.#running = undefined;
    this.#flag.level = calm;
    this.#send(report);
  }
}
