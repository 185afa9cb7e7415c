import { Publisher, Router } from 'zeromq';
import { type Connection, decode, encode, type Message, WireError } from './wire';

export type SocketName = 'shell' | 'control' | 'stdin' | 'iopub';

/** What a listener is given: the message, and the socket that it came by. */
export type Listener = (message: Message, socket: SocketName) => void;

/** The five sockets of a kernel. Heartbeats are answered here; damaged messages are dropped here. */
export class Sockets {
  readonly #connection: Connection;
  readonly #heartbeat = new Router();
  readonly #sockets: Record<SocketName, Publisher | Router>;
  // zeromq takes one send at a time on each socket.
  readonly #sending: Record<SocketName, Promise<void>>;
  #closing = false;

  constructor(connection: Connection) {
    this.#connection = connection;
    // No limit on waiting messages: zeromq would drop the ones above it, and the reader would miss output.
    const options = { sendHighWaterMark: 0, linger: 1000 };
    this.#sockets = {
      shell: new Router(options),
      control: new Router(options),
      stdin: new Router(options),
      iopub: new Publisher(options),
    };
    const idle = Promise.resolve();
    this.#sending = { shell: idle, control: idle, stdin: idle, iopub: idle };
  }

  /** Opens the sockets at the connection file's addresses and listens until {@link close}. */
  async open(listener: Listener): Promise<void> {
    const connection = this.#connection;
    await Promise.all([
      this.#heartbeat.bind(this.#address(connection.hb_port)),
      ...(['shell', 'control', 'stdin', 'iopub'] as const).map((name) =>
        this.#sockets[name].bind(this.#address(connection[`${name}_port`])),
      ),
    ]);
    void this.#echo();
    for (const name of ['shell', 'control', 'stdin'] as const) void this.#listen(name, listener);
  }

  /** Sends after everything that was sent on this socket before. */
  send(name: SocketName, message: Message): Promise<void> {
    const frames = encode(message, this.#connection.key);
    const sent = this.#sending[name].then(() => this.#sockets[name].send(frames));
    this.#sending[name] = sent.catch((error) => {
      if (!this.#closing) throw error;
    });
    return this.#sending[name];
  }

  close(): void {
    this.#closing = true;
    this.#heartbeat.close();
    for (const socket of Object.values(this.#sockets)) socket.close();
  }

  #address(port: number): string {
    const { transport, ip } = this.#connection;
    return transport === 'ipc' ? `ipc://${ip}-${port}` : `${transport}://${ip}:${port}`;
  }

  async #echo(): Promise<void> {
    for await (const frames of this.#heartbeat) await this.#heartbeat.send(frames);
  }

  async #listen(name: 'shell' | 'control' | 'stdin', listener: Listener): Promise<void> {
    for await (const frames of this.#sockets[name] as Router) {
      let message: Message;
      try {
        message = decode(frames, this.#connection.key);
      } catch (error) {
        if (error instanceof WireError) continue;
        throw error;
      }
      listener(message, name);
    }
  }
}
