import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Dealer, Subscriber } from 'zeromq';
import { type Connection, decode, encode, header, type Message } from '../../kernel-setup/kernel/wire';
import { makeConnection } from '../notebooks/connection-file';

/** How long, in ms, the kernel may take for one answer. */
const patience = 150_000;

/** A message's content, as the protocol's JSON has it. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into the content of every type of message.
export type Content = Record<string, any>;

/** What came of one request: the reply, and everything that was broadcast between busy and idle. */
export interface Answer {
  readonly reply: Content;
  readonly outputs: readonly { readonly type: string; readonly content: Content }[];
}

/** A front end for tests: starts the kernel in a process of its own and talks to it as Jupyter does. */
export class Client {
  readonly #session = randomUUID();
  readonly #listeners = new Set<(message: Message, socket: string) => void>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly sockets: { shell: Dealer; control: Dealer; stdin: Dealer; iopub: Subscriber; heartbeat: Dealer };

  private constructor(
    readonly connection: Connection,
    readonly process: ChildProcess,
    readonly folder: string,
  ) {
    const { transport, ip } = connection;
    const address = (port: number) =>
      transport === 'ipc' ? `ipc://${ip}-${port}` : `tcp://${ip.includes(':') ? `[${ip}]` : ip}:${port}`;
    // The kernel asks for input under the name that the request came from.
    const options = { linger: 0, receiveHighWaterMark: 0, routingId: randomUUID(), ipv6: ip.includes(':') };
    this.sockets = {
      shell: new Dealer(options),
      control: new Dealer(options),
      stdin: new Dealer(options),
      iopub: new Subscriber({ linger: 0, receiveHighWaterMark: 0, ipv6: options.ipv6 }),
      heartbeat: new Dealer(options),
    };
    for (const name of ['shell', 'control', 'stdin', 'iopub'] as const)
      this.sockets[name].connect(address(connection[`${name}_port`]));
    this.sockets.heartbeat.connect(address(connection.hb_port));
    this.sockets.iopub.subscribe();
    for (const name of ['shell', 'control', 'stdin', 'iopub'] as const) void this.#listen(name);
  }

  /**
   * Starts a kernel in `cwd`, the notebook's folder.
   *
   * @param changes to the connection file
   */
  static async start(
    cwd: string,
    environment: NodeJS.ProcessEnv = {},
    changes: Partial<Connection> = {},
  ): Promise<Client> {
    const made = await makeConnection();
    const connection = { ...made.connection, ...changes };
    writeFileSync(made.file, JSON.stringify(connection));
    const main = path.resolve(__dirname, '../../dist/kernel/main.js');
    const env = { ...process.env, ...environment, JPY_PARENT_PID: String(process.pid) };
    const stdio = ['ignore', 'ignore', 'inherit'] as const;
    const child = spawn(process.execPath, [main, made.file], { cwd, env, stdio: [...stdio] });
    return new Client(connection, child, made.folder).#ready();
  }

  /** A front end of a kernel that runs already. */
  static connect(connection: Connection, process: ChildProcess, folder: string): Promise<Client> {
    return new Client(connection, process, folder).#ready();
  }

  /** A second front end of the same kernel. */
  another(): Promise<Client> {
    return Client.connect(this.connection, this.process, this.folder);
  }

  /** Sends a request and waits for its reply and for `idle`. */
  async request(type: string, content: Content = {}, socket: 'shell' | 'control' = 'shell'): Promise<Answer> {
    const sent = this.message(type, content);
    const answered = this.answer(sent, socket);
    await this.sockets[socket].send(encode(sent, this.connection.key));
    return answered;
  }

  /** Waits for the reply to a message, and for `idle`. */
  answer(sent: Message, socket: 'shell' | 'control' = 'shell'): Promise<Answer> {
    const outputs: { type: string; content: Content }[] = [];
    let reply: Content | undefined;
    return this.until(`${sent.header.msg_type} answered`, (message, from) => {
      if (message.parent_header.msg_id !== sent.header.msg_id || from === 'stdin') return undefined;
      if (from === socket) reply = message.content;
      else outputs.push({ type: message.header.msg_type, content: message.content });
      const idle = outputs.some((output) => output.content.execution_state === 'idle');
      return reply && idle ? { reply, outputs } : undefined;
    });
  }

  /** Runs a cell. */
  execute(code: string, options: Content = {}): Promise<Answer> {
    return this.request('execute_request', {
      code,
      silent: false,
      store_history: true,
      user_expressions: {},
      allow_stdin: false,
      stop_on_error: true,
      ...options,
    });
  }

  /** Waits until a broadcast of this type arrives from now on. */
  broadcast(type: string): Promise<Message> {
    return this.until(type, (message, from) =>
      from === 'iopub' && message.header.msg_type === type ? message : undefined,
    );
  }

  message(type: string, content: Content): Message {
    return {
      identities: [],
      header: header(type, this.#session),
      parent_header: {},
      metadata: {},
      content,
      buffers: [],
    };
  }

  /** Ends the kernel, with force if it still runs. */
  async stop(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const exited = once(this.process, 'exit');
      this.process.kill('SIGKILL');
      await exited;
    }
    this.leave();
    rmSync(this.folder, { recursive: true });
  }

  /** Closes this front end; the kernel runs on. */
  leave(): void {
    // What was still waited for never comes.
    for (const timer of this.#timers) clearTimeout(timer);
    for (const socket of Object.values(this.sockets)) socket.close();
  }

  /** Waits until `pick` gives something for a message that arrives from now on. */
  until<T>(what: string, pick: (message: Message, socket: string) => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        this.#timers.delete(timer);
        this.#listeners.delete(listener);
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`${what}: expected within ${patience} ms, got nothing`));
      }, patience);
      this.#timers.add(timer);
      const listener = (message: Message, socket: string) => {
        const picked = pick(message, socket);
        if (picked === undefined) return;
        done();
        resolve(picked);
      };
      this.#listeners.add(listener);
    });
  }

  async #listen(name: 'shell' | 'control' | 'stdin' | 'iopub'): Promise<void> {
    for await (const frames of this.sockets[name]) {
      // Broadcasts come with a topic in place of identities.
      const message = decode(frames, this.connection.key);
      for (const listener of [...this.#listeners]) listener(message, name);
    }
  }

  /** A subscription takes a moment to reach the kernel; until then its broadcasts are lost. */
  async #ready(): Promise<this> {
    let arrived = false;
    const first = this.broadcast('status').then(() => {
      arrived = true;
    });
    while (!arrived) {
      await this.sockets.shell.send(encode(this.message('kernel_info_request', {}), this.connection.key));
      await Promise.race([first, wait(20)]);
    }
    return this;
  }
}
