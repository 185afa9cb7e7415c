import { randomUUID } from 'node:crypto';
import type { Failure } from '../threads';
import { type Header, header, type Message } from '../wire';
import type { SocketName, Sockets } from './sockets';

/** The longest that printed text waits for more, in ms, and the most of it that waits, in characters. */
const patience = 15;
const capacity = 65_536;

/** Whose output it is: the header of the request. */
type Parent = { readonly header: Header } | undefined;

interface Waiting {
  readonly parent: Parent;
  readonly name: string;
  readonly timer: NodeJS.Timeout;
  readonly sent: (() => void)[];
  text: string;
}

/** Answers requests and broadcasts what happens; printed text is gathered into few messages, in order. */
export class Outbox {
  readonly #sockets: Sockets;
  readonly #session = randomUUID();
  #waiting: Waiting | undefined;

  constructor(sockets: Sockets) {
    this.#sockets = sockets;
  }

  /** Tells everyone who watches this kernel. */
  broadcast(type: string, parent: Parent, content: Record<string, unknown>): Promise<void> {
    this.flush();
    return this.#publish(type, parent, content);
  }

  /** Answers the one who asked, with the reply that belongs to the request's type. */
  reply(request: Message, socket: SocketName, content: Record<string, unknown>): Promise<void> {
    const type = request.header.msg_type.replace(/_request$/, '_reply');
    return this.#sockets.send(socket, this.#message(type, request, content, request.identities));
  }

  /** Asks the one who sent the request for input. @returns the question's id */
  ask(request: Message, content: { prompt: string; password: boolean }): string {
    // What was printed before the question is read before it.
    this.flush();
    const message = this.#message('input_request', request, content, request.identities);
    void this.#sockets.send('stdin', message);
    return message.header.msg_id;
  }

  /** Tells everyone that what was asked for has failed. */
  error(parent: Parent, { ename, evalue, traceback }: Failure): Promise<void> {
    return this.broadcast('error', parent, { ename, evalue, traceback });
  }

  /** Tells everyone what the kernel is doing. */
  status(parent: Parent, state: 'starting' | 'busy' | 'idle'): Promise<void> {
    return this.broadcast('status', parent, { execution_state: state });
  }

  /** Broadcasts printed text, after at most {@link patience} ms; `sent` is called when it is on its way. */
  print(parent: Parent, name: string, text: string, sent = () => {}): void {
    const waiting = this.#waiting;
    if (waiting && (waiting.name !== name || waiting.parent !== parent)) this.flush();
    this.#waiting ??= { parent, name, text: '', sent: [], timer: setTimeout(() => this.flush(), patience) };
    this.#waiting.text += text;
    this.#waiting.sent.push(sent);
    if (this.#waiting.text.length > capacity) this.flush();
  }

  /** Broadcasts the printed text that waits for more. */
  flush(): void {
    if (!this.#waiting) return;
    const { parent, name, text, timer, sent } = this.#waiting;
    this.#waiting = undefined;
    clearTimeout(timer);
    void this.#publish('stream', parent, { name, text }).then(() => {
      for (const call of sent) call();
    });
  }

  #publish(type: string, parent: Parent, content: Record<string, unknown>): Promise<void> {
    return this.#sockets.send('iopub', this.#message(type, parent, content, [Buffer.from(`kernel.${type}`)]));
  }

  #message(type: string, parent: Parent, content: Record<string, unknown>, identities: Buffer[]): Message {
    return {
      identities,
      header: header(type, this.#session),
      parent_header: parent?.header ?? {},
      metadata: {},
      content,
      buffers: [],
    };
  }
}
