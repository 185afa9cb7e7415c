import { ansi } from './ansi';
import type { History } from './history';
import { allStop, cellsStop, type InterruptFlag } from './interrupt-flag';
import type { Outbox } from './outbox';
import type { Remote } from './remote';
import { type ExecuteRequest, type Run, RunOutputs } from './run-outputs';
import type { CompiledCell, Failure, FromMain, Language, Outcome, ToMain } from './threads';
import type { Message } from './wire';

/** How long, in ms, library code may go on after an interrupt, so that a training step can come to its end. */
const libraryPatience = 500;

/** How a cell ends that was stopped before it began. */
const neverRan: Failure = {
  status: 'error',
  ename: 'KeyboardInterrupt',
  evalue: 'stopped by the reader while it was compiled',
  traceback: [`${ansi.red('KeyboardInterrupt')}: stopped by the reader while it was compiled`],
};

interface Execution extends Run {
  /** Whether the main thread has it; before, it is being compiled. */
  executing: boolean;
  interrupted: boolean;
}

/** The cells that wait to be run, and the one that is running: compile, execute, keep its declarations, reply. */
export class ExecutionQueue {
  readonly #outbox: Outbox;
  readonly #language: Remote<Language>;
  readonly #flag: InterruptFlag;
  readonly #history: History;
  readonly #main: (message: ToMain) => void;
  readonly #waiting: Message<ExecuteRequest>[] = [];
  readonly #outputs: RunOutputs;
  readonly #ended = new Map<number, (outcome: Outcome) => void>();
  readonly #evaluated = new Map<number, (answer: unknown) => void>();
  #running: Execution | undefined;
  #count = 0;
  #numbers = 0;

  constructor(parts: {
    outbox: Outbox;
    language: Remote<Language>;
    flag: InterruptFlag;
    history: History;
    main: (message: ToMain) => void;
  }) {
    this.#outbox = parts.outbox;
    this.#outputs = new RunOutputs(parts.outbox);
    this.#language = parts.language;
    this.#flag = parts.flag;
    this.#history = parts.history;
    this.#main = parts.main;
  }

  add(request: Message<ExecuteRequest>): void {
    this.#waiting.push(request);
    if (!this.#running) void this.#drain();
  }

  /** What the main thread reports about the cell that runs, or about one that ran before. */
  handle(message: FromMain): void {
    if (message.type === 'evaluated') this.#evaluated.get(message.id)?.(message.answer);
    else if (message.type === 'done') this.#ended.get(message.run)?.(message.outcome);
    else this.#outputs.send(message);
  }

  /** Stops the cell that runs: its own loops at once, the library's when it has not ended by itself. */
  interrupt(): void {
    const run = this.#running;
    if (!run) return;
    run.interrupted = true;
    const raise = (level: number) => {
      if (this.#running !== run || !run.executing) return;
      this.#flag.level = level;
      this.#main({ type: 'interrupt', run: run.number, level });
    };
    raise(cellsStop);
    setTimeout(() => raise(allStop), libraryPatience);
  }

  async #drain(): Promise<void> {
    for (let request = this.#waiting.shift(); request; request = this.#waiting.shift()) {
      const { silent, store_history, stop_on_error } = request.content;
      const stored = !silent && store_history !== false;
      if (stored) this.#history.add(++this.#count, request.content.code);
      const run = {
        number: ++this.#numbers,
        count: this.#count,
        request,
        executing: false,
        interrupted: false,
      };
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
    const cell = await this.#convert(code, count);
    const outcome = run.interrupted ? neverRan : cell.status === 'ok' ? await this.#run(run, cell) : cell;
    // Also after an error: what the cell defined before it is there.
    await this.#language.keep();
    if (outcome.status === 'ok') {
      const user = await this.#evaluateAll(user_expressions ?? {});
      const content = { status: 'ok', execution_count: count, user_expressions: user, payload: [] };
      void this.#outbox.reply(request, 'shell', content);
    } else {
      const { ename, evalue, traceback } = outcome;
      if (!silent) void this.#outbox.broadcast('error', request, { ename, evalue, traceback });
      void this.#outbox.reply(request, 'shell', { ...outcome, execution_count: count });
    }
    return outcome;
  }

  /** A compiler that fails itself is an error of this cell, not the end of the queue. */
  #convert(code: string, count: number): Promise<CompiledCell | Failure> {
    return this.#language.convert(code, count).catch(({ message, stack }: Error) => ({
      status: 'error',
      ename: 'CompilerError',
      evalue: message,
      traceback: [`${ansi.red('CompilerError')}: ${message}`, ansi.dim(String(stack))],
    }));
  }

  #run(run: Execution, cell: CompiledCell): Promise<Outcome> {
    run.executing = true;
    const { number, count, request } = run;
    return new Promise((resolve) => {
      this.#ended.set(number, (outcome) => {
        this.#ended.delete(number);
        run.executing = false;
        resolve(outcome);
      });
      this.#main({ type: 'execute', run: number, count, code: request.content.code, cell });
    });
  }

  async #evaluateAll(expressions: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
    const answers: Record<string, unknown> = {};
    for (const [name, expression] of Object.entries(expressions)) {
      const cell = await this.#convert(`(${expression})`, 0);
      answers[name] = cell.status === 'ok' ? await this.#evaluate(cell) : cell;
    }
    return answers;
  }

  #evaluate(cell: CompiledCell): Promise<unknown> {
    const id = ++this.#numbers;
    return new Promise((resolve) => {
      this.#evaluated.set(id, (answer) => {
        this.#evaluated.delete(id);
        resolve(answer);
      });
      this.#main({ type: 'evaluate', id, cell });
    });
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
