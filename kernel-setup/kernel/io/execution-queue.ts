import { ansi } from '../ansi';
import type { InterruptFlag } from '../interrupt-flag';
import { plainFailure } from '../plain-failure';
import type { Remote } from '../remote';
import type { CompiledCell, CompiledModule, Failure, FromMain, Language, Outcome, ToMain } from '../threads';
import type { Message } from '../wire';
import type { History } from './history';
import { Interrupts } from './interrupts';
import type { Outbox } from './outbox';
import type { ExecuteRequest, Run, RunOutputs } from './run-outputs';

/** How a cell ends that was stopped where no line of it ran. */
function stopped(when: string): Failure {
  return plainFailure('KeyboardInterrupt', `stopped by the reader ${when}`);
}

interface Execution extends Run {
  /** Ends what the main thread has of it; before, it is being compiled. */
  end?: (outcome: Failure) => void;
  /** Ends the compilation, or rather the waiting for it. */
  skip?: (outcome: Failure) => void;
}

/** The cells that wait to be run, and the one that is running: compile, execute, keep its declarations, reply. */
export class ExecutionQueue {
  readonly #outbox: Outbox;
  readonly #language: Remote<Language>;
  readonly #interrupts: Interrupts;
  readonly #history: History;
  readonly #main: (message: ToMain) => void;
  readonly #waiting: Message<ExecuteRequest>[] = [];
  readonly #outputs: RunOutputs;
  readonly #ended = new Map<number, (outcome: Outcome) => void>();
  readonly #evaluated = new Map<number, (answer: unknown) => void>();
  /** Library files of cells that were stopped while they were compiled: the main thread needs them all the same. */
  readonly #modules: CompiledModule[] = [];
  #running: Execution | undefined;
  #count = 0;
  #numbers = 0;

  constructor(parts: {
    outbox: Outbox;
    outputs: RunOutputs;
    language: Remote<Language>;
    flag: InterruptFlag;
    history: History;
    main: (message: ToMain) => void;
  }) {
    this.#outbox = parts.outbox;
    this.#outputs = parts.outputs;
    this.#language = parts.language;
    this.#history = parts.history;
    this.#main = parts.main;
    this.#interrupts = new Interrupts(parts.flag, parts.main, (run) => {
      if (this.#running?.number === run) this.#running.end?.(stopped('by force'));
    });
  }

  /** Runs a cell, after those that wait already. */
  add(request: Message<ExecuteRequest>): void {
    this.#waiting.push(request);
    if (!this.#running) void this.#drain();
  }

  /** What the main thread reports about the cell that runs, or about one that ran before. */
  handle(message: Exclude<FromMain, { type: 'ask' | 'withdraw' }>): void {
    if (message.type === 'evaluated') this.#evaluated.get(message.id)?.(message.answer);
    else if (message.type === 'done') this.#ended.get(message.run)?.(message.outcome);
    else if (message.type === 'answered' || message.type === 'halting') this.#interrupts.handle(message);
    else this.#outputs.send(message);
  }

  /** Stops the cell that is compiled or runs; where none runs, also the timer that keeps the main thread busy. */
  interrupt(): void {
    const run = this.#running;
    run?.skip?.(stopped('while it was compiled'));
    this.#interrupts.press(run?.end ? run.number : 0);
  }

  async #drain(): Promise<void> {
    for (let request = this.#waiting.shift(); request; request = this.#waiting.shift()) {
      const { silent, store_history, stop_on_error } = request.content;
      const stored = !silent && store_history !== false;
      if (stored) this.#history.add(++this.#count, request.content.code);
      const run: Execution = { number: ++this.#numbers, count: this.#count, request };
      this.#running = run;
      this.#outputs.begin(run);
      void this.#outbox.status(request, 'busy');
      const outcome = await this.#execute(run);
      this.#running = undefined;
      if (outcome.status === 'error' && stop_on_error !== false && !silent) await this.#abortWaiting();
      void this.#outbox.status(request, 'idle');
    }
  }

  async #execute(run: Execution): Promise<Outcome> {
    const { request, count } = run;
    const { code, silent, user_expressions } = request.content;
    if (!silent) void this.#outbox.broadcast('execute_input', request, { code, execution_count: count });
    const cell = await this.#compile(run, code, count);
    const outcome = cell.status === 'ok' ? await this.#run(run, cell) : cell;
    if (outcome.status === 'ok') {
      const user = await this.#evaluateAll(run, user_expressions ?? {});
      const content = { status: 'ok', execution_count: count, user_expressions: user, payload: [] };
      void this.#outbox.reply(request, 'shell', content);
    } else {
      if (!silent) void this.#outbox.error(request, outcome);
      void this.#outbox.reply(request, 'shell', { ...outcome, execution_count: count });
    }
    return outcome;
  }

  /** Compiles the cell; one that the reader stops meanwhile is not waited for. */
  async #compile(run: Execution, code: string, count: number): Promise<CompiledCell | Failure> {
    const compiled = this.#convert(code, count);
    const skipped = new Promise<Failure>((resolve) => {
      run.skip = resolve;
    });
    const cell = await Promise.race([compiled, skipped]);
    run.skip = undefined;
    if (cell.status === 'ok') return { ...cell, modules: [...this.#modules.splice(0), ...cell.modules] };
    void compiled.then((late) => late.status === 'ok' && this.#modules.push(...late.modules));
    return cell;
  }

  /** A compiler that fails itself is an error of this cell, not the end of the queue. */
  #convert(code: string, count: number): Promise<CompiledCell | Failure> {
    return this.#language
      .convert(code, count)
      .catch(({ message, stack }: Error) => plainFailure('CompilerError', message, ansi.dim(String(stack))));
  }

  async #run(run: Execution, cell: CompiledCell): Promise<Outcome> {
    const { number, count, request } = run;
    const execute = { type: 'execute', run: number, count, code: request.content.code, cell } as const;
    const outcome = await this.#onMain<Outcome>(run, this.#ended, number, execute);
    // Also after an error: what the cell defined before it is there.
    await this.#language.keep();
    return outcome;
  }

  async #evaluateAll(
    run: Execution,
    expressions: Readonly<Record<string, string>>,
  ): Promise<Record<string, unknown>> {
    const answers: Record<string, unknown> = {};
    for (const [name, expression] of Object.entries(expressions)) {
      const cell = await this.#compile(run, `(${expression})`, 0);
      const id = ++this.#numbers;
      const evaluate = { type: 'evaluate', run: run.number, id } as const;
      answers[name] =
        cell.status === 'ok' ? await this.#onMain(run, this.#evaluated, id, { ...evaluate, cell }) : cell;
    }
    return answers;
  }

  /** Sends work to the main thread and waits until it reports under `key`, or has lost it to an interrupt. */
  async #onMain<T>(
    run: Execution,
    reports: Map<number, (report: T) => void>,
    key: number,
    work: ToMain,
  ): Promise<T> {
    const report = await new Promise<T>((resolve) => {
      reports.set(key, resolve);
      run.end = resolve as (outcome: Failure) => void;
      this.#main(work);
    });
    reports.delete(key);
    run.end = undefined;
    this.#interrupts.ended(run.number);
    return report;
  }

  /** Refuses the cells that were sent after one that failed, as "run all" does. */
  async #abortWaiting(): Promise<void> {
    // Requests that have already arrived at the socket are read first.
    await new Promise(setImmediate);
    for (const request of this.#waiting.splice(0)) {
      void this.#outbox.status(request, 'busy');
      // No execution count: a front end would print it beside a cell that never ran.
      void this.#outbox.reply(request, 'shell', { status: 'aborted' });
      void this.#outbox.status(request, 'idle');
    }
  }
}
