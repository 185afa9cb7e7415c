import { charactersBefore, unitsBefore } from './cursor';
import type { ExecutionQueue } from './execution-queue';
import type { History, HistoryRequest } from './history';
import type { Outbox } from './outbox';
import type { Remote } from './remote';
import type { ExecuteRequest } from './run-outputs';
import type { SocketName } from './sockets';
import type { Language } from './threads';
import { type Message, protocolVersion } from './wire';

/** Answers one type of request: the content of the reply, or nothing where the protocol knows no reply. */
type Handler = (content: never, request: Message) => Promise<object | undefined> | object | undefined;

/** Answers what arrives on the shell and control sockets, each request between `busy` and `idle`. */
export class Shell {
  readonly #outbox: Outbox;
  readonly #queue: ExecutionQueue;
  readonly #handlers: Readonly<Record<string, Handler>>;

  constructor(parts: {
    outbox: Outbox;
    queue: ExecutionQueue;
    history: History;
    language: Remote<Language>;
    shutdown: (restart: boolean) => void;
    version: string;
  }) {
    const { outbox, queue, history, language, shutdown, version } = parts;
    this.#outbox = outbox;
    this.#queue = queue;
    this.#handlers = {
      kernel_info_request: () => kernelInfo(version),
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
      complete_request: async ({ code, cursor_pos }: { code: string; cursor_pos: number }) => {
        const { matches, start, end } = await language.complete(code, unitsBefore(code, cursor_pos));
        const cursor_start = charactersBefore(code, start);
        return { matches, cursor_start, cursor_end: charactersBefore(code, end), metadata: {} };
      },
      inspect_request: async ({ code, cursor_pos }: { code: string; cursor_pos: number }) => {
        const data = await language.inspect(code, unitsBefore(code, cursor_pos));
        return { found: data !== undefined, data: data ?? {}, metadata: {} };
      },
      interrupt_request: () => {
        queue.interrupt();
        return {};
      },
      shutdown_request: ({ restart = false }: { restart?: boolean }) => {
        shutdown(restart);
        return { restart };
      },
    };
  }

  /** Handles a message; one of an unknown type is ignored, as the protocol asks. */
  async handle(request: Message, socket: SocketName): Promise<void> {
    const type = request.header.msg_type;
    if (type === 'execute_request') return this.#queue.add(request as Message<ExecuteRequest>);
    const handler = Object.hasOwn(this.#handlers, type) ? this.#handlers[type] : undefined;
    if (!handler) return;
    void this.#outbox.status(request, 'busy');
    try {
      const content = await handler(request.content as never, request);
      if (content) void this.#outbox.reply(request, socket, { status: 'ok', ...content });
    } catch (error) {
      const { name: ename, message: evalue } = error as Error;
      void this.#outbox.reply(request, socket, { status: 'error', ename, evalue, traceback: [] });
    }
    void this.#outbox.status(request, 'idle');
  }
}

function kernelInfo(version: string): object {
  return {
    protocol_version: protocolVersion,
    implementation: 'lineage',
    implementation_version: version,
    banner: 'Lineage: TypeScript cells',
    language_info: {
      name: 'typescript',
      version: '5.0.4',
      mimetype: 'text/typescript',
      file_extension: '.ts',
      pygments_lexer: 'typescript',
      codemirror_mode: { name: 'javascript', typescript: true },
      nbconvert_exporter: 'script',
    },
    help_links: [],
  };
}
