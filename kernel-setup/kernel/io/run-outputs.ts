import type { Flow } from '../flow';
import type { FromMain } from '../threads';
import type { Message } from '../wire';
import type { Outbox } from './outbox';

/** What a client asks to run. */
export interface ExecuteRequest extends Record<string, unknown> {
  readonly code: string;
  readonly silent?: boolean;
  readonly store_history?: boolean;
  readonly user_expressions?: Readonly<Record<string, string>>;
  readonly allow_stdin?: boolean;
  readonly stop_on_error?: boolean;
}

/** One run of a cell: its number in this kernel, the count shown beside it, and who asked for it. */
export interface Run {
  readonly number: number;
  readonly count: number;
  readonly request: Message<ExecuteRequest>;
}

/** Runs that are remembered, so that output of their timers still finds its cell. */
const remembered = 100;

/** Sends what cells print and show, each to the request that it belongs to. */
export class RunOutputs {
  readonly #outbox: Outbox;
  readonly #flow: Flow;
  readonly #runs = new Map<number, Run>();
  #last: Run | undefined;

  constructor(outbox: Outbox, flow: Flow) {
    this.#outbox = outbox;
    this.#flow = flow;
  }

  /** From now on output of this run finds its cell. */
  begin(run: Run): void {
    this.#last = run;
    this.#runs.set(run.number, run);
    this.#runs.delete(run.number - remembered);
  }

  /** Who asked for a run; undefined for one that is long over. */
  request(run: number): Message<ExecuteRequest> | undefined {
    return this.#runs.get(run)?.request;
  }

  /** Shows a line of the kernel's own under the cell that was begun last. */
  warn(line: string): void {
    this.#outbox.print(this.#last?.request, 'stderr', `lineage kernel: ${line}\n`);
  }

  /** Sends what a run printed or showed. */
  send(message: FromMain & { run: number }): void {
    const run = this.#runs.get(message.run);
    const request = run?.request;
    const left = () => this.#flow.leave(message);
    if (message.type === 'stream') {
      this.#outbox.print(request, message.name, message.text, left);
    } else if (message.type === 'clear') {
      void this.#outbox.broadcast('clear_output', request, { wait: message.wait }).then(left);
    } else if (message.type === 'display') {
      const { data, metadata = {} } = JSON.parse(message.json) as { data: object; metadata?: object };
      const { id, update } = message;
      const content = { data, metadata, transient: id ? { display_id: id } : {} };
      const type = update ? 'update_display_data' : 'display_data';
      void this.#outbox.broadcast(type, request, content).then(left);
    } else if (message.type === 'result' && !request?.content.silent) {
      void this.#outbox.broadcast('execute_result', request, {
        execution_count: run?.count,
        ...message.shown,
      });
    }
  }
}
