import { Router } from 'zeromq';
import { ConnectionError } from '../connection-file';
import { loopback } from '../loopback';
import { SeenSignatures } from '../seen-signatures';
import { type Connection, decode, encode, type Message, WireError } from '../wire';
import { Broadcaster, linger } from './broadcaster';

export type SocketName = 'shell' | 'control' | 'stdin' | 'iopub';

/** What a listener is given: the message, the socket that it came by, and why its content can't be read, if so. */
export type Listener = (message: Message, socket: SocketName, damage?: string) => void;

/** The largest frame, in bytes: zeromq cuts off whoever sends more. Shorter ones that are too long get an answer. */
const largest = 128 * 1024 * 1024;
/** The most replies that wait for a client that does not read them. */
const queued = 1000;

const routers = ['shell', 'control', 'stdin'] as const;

/** The five sockets of a kernel. Heartbeats are answered here; damaged and repeated messages are dropped here. */
export class Sockets {
  readonly #connection: Connection;
  readonly #sockets: Record<(typeof routers)[number], Router>;
  readonly #heartbeat: Router;
  readonly #iopub: Broadcaster;
  readonly #seen = new SeenSignatures();
  // zeromq takes one send at a time on each socket.
  readonly #sending: Record<SocketName, Promise<void>>;
  #closing = false;

  /** @param leftBehind is called when a front end reads no more, and begins to miss broadcasts */
  constructor(connection: Connection, leftBehind: () => void) {
    this.#connection = connection;
    const open = () =>
      // A client that comes back under its name takes its own place, also when its old connection is not yet known
      // to be dead.
      new Router({
        sendHighWaterMark: queued,
        linger,
        maxMessageSize: largest,
        handover: true,
        ipv6: connection.ip.includes(':'),
      });
    this.#sockets = { shell: open(), control: open(), stdin: open() };
    this.#heartbeat = open();
    this.#iopub = new Broadcaster(leftBehind);
    this.#iopub.socket.ipv6 = connection.ip.includes(':');
    const idle = Promise.resolve();
    this.#sending = { shell: idle, control: idle, stdin: idle, iopub: idle };
  }

  /**
   * Opens the sockets at the connection file's addresses and listens until {@link close}.
   *
   * @throws ConnectionError when an address can't be had
   */
  async open(listener: Listener): Promise<void> {
    await this.#bind(this.#heartbeat, 'hb_port');
    await this.#bind(this.#iopub.socket, 'iopub_port');
    for (const name of routers) await this.#bind(this.#sockets[name], `${name}_port`);
    void this.#echo();
    for (const name of routers) void this.#listen(name, listener);
  }

  /** Sends after everything that was sent on this socket before; resolved when the socket has taken it. */
  send(name: SocketName, message: Message): Promise<void> {
    const frames = encode(message, this.#connection.key);
    const socket = name === 'iopub' ? this.#iopub : this.#sockets[name];
    const sent = this.#sending[name].then(() => socket.send(frames));
    this.#sending[name] = sent.catch((error) => {
      if (!this.#closing) throw error;
    });
    return this.#sending[name];
  }

  /** Listens no more, and sends only what was taken. */
  close(): void {
    this.#closing = true;
    this.#heartbeat.close();
    this.#iopub.close();
    for (const name of routers) this.#sockets[name].close();
  }

  async #bind(socket: { bind(address: string): Promise<void> }, field: keyof Connection): Promise<void> {
    const { transport, ip } = this.#connection;
    const port = this.#connection[field];
    const address = transport === 'ipc' ? `ipc://${ip}-${port}` : `${transport}://${loopback(ip)}:${port}`;
    try {
      await socket.bind(address);
    } catch (cause) {
      const { code, message } = cause as NodeJS.ErrnoException;
      const reason = code === 'EADDRINUSE' ? 'another program listens there' : message;
      throw new ConnectionError(
        `expected ${field} ${address} to be free, but ${reason}: start the kernel again, Jupyter picks other ports`,
      );
    }
  }

  async #echo(): Promise<void> {
    for await (const frames of this.#heartbeat) await this.#heartbeat.send(frames);
  }

  async #listen(name: (typeof routers)[number], listener: Listener): Promise<void> {
    for await (const frames of this.#sockets[name]) {
      try {
        listener(decode(frames, this.#connection.key, this.#seen), name);
      } catch (error) {
        if (!(error instanceof WireError)) throw error;
        if (error.request) listener(error.request, name, error.message);
      }
    }
  }
}
