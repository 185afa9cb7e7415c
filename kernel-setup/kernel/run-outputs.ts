import type { Outbox } from './outbox';
import type { FromMain } from './threads';
import type { Message } from './wire';

/** What a client asks to run. */
export interface ExecuteRequest extends Record<string, unknown> {
  readonly code: string;
  readonly silent?: boolean;
  readonly store_history?: boolean;
  readonly user_expressions?: Readonly<Record<string, string>>;
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
  readonly #runs = new Map<number, Run>();

  constructor(outbox: Outbox) {
    this.#outbox = outbox;
  }

  begin(run: Run): void {
    this.#runs.set(run.number, run);
    this.#runs.delete(run.number - remembered);
  }

  send(message: FromMain & { run: number }): void {
    const run = this.#runs.get(message.run);
    const request = run?.request;
    if (message.type === 'stream') {
      this.#outbox.print(request, message.name, message.text);
    } else if (message.type === 'clear') {
      void this.#outbox.broadcast('clear_output', request, { wait: message.wait });
    } else if (message.type === 'display') {
      const { id, update, metadata = {} } = message.options;
      const content = { data: message.bundle, metadata, transient: id ? { display_id: id } : {} };
      void this.#outbox.broadcast(update ? 'update_display_data' : 'display_data', request, content);
    } else if (message.type === 'result' && !request?.content.silent) {
      void this.#outbox.broadcast('execute_result', request, {
        execution_count: run?.count,
        ...message.shown,
      });
    }
  }
}
