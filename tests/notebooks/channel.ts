import { Dealer, Subscriber } from 'zeromq';
import { type Connection, decode, encode, type Header, type Message } from '../../kernel-setup/kernel/wire';

/** One socket to a kernel: requests go out, messages come in; what is no message ends it with an error. */
export class Channel {
  /** Rejects when the kernel sends what can't be read. */
  readonly broken: Promise<never>;
  readonly #socket: Dealer | Subscriber;
  readonly #connection: Connection;

  /**
   * @param name which of the kernel's sockets
   * @param receive called with every message that comes in
   */
  constructor(
    name: 'shell' | 'control' | 'iopub',
    connection: Connection,
    receive: (message: Message) => void,
  ) {
    this.#connection = connection;
    this.#socket = name === 'iopub' ? new Subscriber({ linger: 0 }) : new Dealer({ linger: 0 });
    this.#socket.connect(`${connection.transport}://${connection.ip}:${connection[`${name}_port`]}`);
    if (this.#socket instanceof Subscriber) this.#socket.subscribe();
    this.broken = this.#listen(receive);
    this.broken.catch(() => {});
  }

  /** Sends a request of which the caller knows the id, so that no answer can come before it listens. */
  async request(request: Header, content: Record<string, unknown>): Promise<void> {
    if (this.#socket instanceof Subscriber) throw new Error('iopub: the kernel only sends there');
    const message: Message = {
      identities: [],
      header: request,
      parent_header: {},
      metadata: {},
      content,
      buffers: [],
    };
    await this.#socket.send(encode(message, this.#connection.key));
  }

  close(): void {
    this.#socket.close();
  }

  async #listen(receive: (message: Message) => void): Promise<never> {
    for await (const frames of this.#socket) receive(decode(frames as Buffer[], this.#connection.key));
    // Closed by us: nothing more comes.
    return new Promise(() => {});
  }
}
