import { plainFailure } from '../plain-failure';
import type { Remote } from '../remote';
import type { Language } from '../threads';
import type { Connection, Message } from '../wire';
import { charactersBefore, unitsBefore } from './cursor';
import type { ExecutionQueue } from './execution-queue';
import { expectContent } from './expect-content';
import type { History, HistoryRequest } from './history';
import { kernelInfo } from './kernel-info';
import type { Outbox } from './outbox';
import type { ExecuteRequest } from './run-outputs';
import type { SocketName } from './sockets';

/** Answers one type of request: the content of the reply, or nothing where the protocol knows no reply. */
type Handler = (content: never, request: Message) => Promise<object | undefined> | object | undefined;

/** Where the cursor stands in the code; at its end, where the request does not say. */
interface At {
  readonly code: string;
  readonly cursor_pos?: number | null;
}

/**
 * Answers what arrives on the shell and control sockets, each request between `busy` and `idle`.
 *
 * Source: "Messaging in Jupyter", sections "Messages on the shell channel" and "Custom Messages".
 */
export class Shell {
  readonly #outbox: Outbox;
  readonly #queue: ExecutionQueue;
  readonly #handlers: Readonly<Record<string, Handler>>;

  constructor(parts: {
    outbox: Outbox;
    queue: ExecutionQueue;
    history: History;
    language: Remote<Language>;
    shutdown: () => void;
    version: string;
    connection: Connection;
  }) {
    const { outbox, queue, history, language, shutdown, version, connection } = parts;
    this.#outbox = outbox;
    this.#queue = queue;
    this.#handlers = {
      kernel_info_request: () => kernelInfo(version),
      connect_request: () => {
        const { shell_port, iopub_port, stdin_port, control_port, hb_port } = connection;
        return { shell_port, iopub_port, stdin_port, control_port, hb_port };
      },
      comm_info_request: () => ({ comms: {} }),
      // No widget is known here: its front end is told at once, and does not wait.
      comm_open: ({ comm_id }: { comm_id: string }, request) => {
        void outbox.broadcast('comm_close', request, { comm_id, data: {} });
        return undefined;
      },
      comm_msg: () => undefined,
      comm_close: () => undefined,
      history_request: (content: HistoryRequest) => ({ history: history.find(content) }),
      is_complete_request: ({ code }: { code: string }) => language.isComplete(code),
      complete_request: async ({ code, cursor_pos }: At) => {
        const { matches, start, end } = await language.complete(code, offset(code, cursor_pos));
        const cursor_start = charactersBefore(code, start);
        return { matches, cursor_start, cursor_end: charactersBefore(code, end), metadata: {} };
      },
      inspect_request: async ({ code, cursor_pos }: At) => {
        const data = await language.inspect(code, offset(code, cursor_pos));
        return { found: data !== undefined, data: data ?? {}, metadata: {} };
      },
      interrupt_request: () => {
        queue.interrupt();
        return {};
      },
      shutdown_request: ({ restart }: { restart?: boolean | null }, request) => {
        shutdown();
        const content = { restart: restart ?? false };
        void outbox.broadcast('shutdown_reply', request, { status: 'ok', ...content });
        return content;
      },
      // In the words of the debug adapter protocol, which this message carries.
      debug_request: ({ seq, command }: { seq?: number; command?: string }) => {
        const message = 'this kernel has no debugger: kernel_info says so';
        const response = {
          type: 'response',
          seq: 0,
          request_seq: seq ?? 0,
          success: false,
          command,
          message,
        };
        return { ...plainFailure('DebuggerError', message), ...response };
      },
    };
  }

  /**
   * Handles a message; one of an unknown type is ignored, as the protocol asks.
   *
   * @param damage why the message's content can't be read, if so
   */
  async handle(request: Message, socket: SocketName, damage?: string): Promise<void> {
    const type = request.header.msg_type;
    const execute = type === 'execute_request';
    const handler = Object.hasOwn(this.#handlers, type) ? this.#handlers[type] : undefined;
    if (!execute && !handler) return;
    const wrong = damage ?? reasonAgainst(request, socket);
    if (execute && !wrong) return this.#queue.add(request as Message<ExecuteRequest>);
    void this.#outbox.status(request, 'busy');
    try {
      if (wrong) this.#refuse(request, socket, wrong);
      const content = wrong ? undefined : await handler?.(request.content as never, request);
      if (content) void this.#outbox.reply(request, socket, { status: 'ok', ...content });
    } catch (error) {
      const { name, message } = error as Error;
      void this.#outbox.reply(request, socket, { ...plainFailure(name, message) });
    }
    void this.#outbox.status(request, 'idle');
  }

  #refuse(request: Message, socket: SocketName, reason: string): void {
    const { msg_type } = request.header;
    const failure = plainFailure('ContentError', reason);
    if (msg_type === 'execute_request') void this.#outbox.error(request, failure);
    // What is no request has no reply: comm messages.
    if (msg_type.endsWith('_request')) void this.#outbox.reply(request, socket, { ...failure });
  }
}

/** Why a request can't be handled, if so. */
function reasonAgainst({ header, content }: Message, socket: SocketName): string | undefined {
  // Its answers would go to the shell socket, where nobody waits for them.
  if (header.msg_type === 'execute_request' && socket !== 'shell')
    return `execute_request: expected on the shell socket, got it on ${socket}`;
  try {
    expectContent(header.msg_type, content);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** The cursor in UTF-16 units. */
function offset(code: string, cursor: number | null | undefined): number {
  return cursor == null ? code.length : unitsBefore(code, cursor);
}
