import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Dealer, Subscriber } from 'zeromq';
import { type Connection, decode, encode, header, type Message } from '../../kernel-setup/kernel/wire';

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

  private constructor(
    readonly connection: Connection,
    readonly process: ChildProcess,
    readonly folder: string,
    readonly sockets: { shell: Dealer; control: Dealer; stdin: Dealer; iopub: Subscriber; heartbeat: Dealer },
  ) {}

  /** Starts a kernel in `cwd`, the notebook's folder. */
  static async start(cwd: string, environment: NodeJS.ProcessEnv = {}): Promise<Client> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'lineage-kernel-'));
    const [shell_port, control_port, stdin_port, iopub_port, hb_port] = await freePorts(5);
    const connection: Connection = {
      transport: 'tcp',
      ip: '127.0.0.1',
      shell_port,
      control_port,
      stdin_port,
      iopub_port,
      hb_port,
      key: randomUUID(),
      signature_scheme: 'hmac-sha256',
    };
    const file = path.join(folder, 'connection.json');
    writeFileSync(file, JSON.stringify(connection));
    const main = path.resolve(__dirname, '../../dist/kernel/main.js');
    const env = { ...process.env, ...environment, JPY_PARENT_PID: String(process.pid) };
    const child = spawn(process.execPath, [main, file], { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
    const address = (port: number) => `tcp://127.0.0.1:${port}`;
    const options = { linger: 0, receiveHighWaterMark: 0 };
    const sockets = {
      shell: new Dealer(options),
      control: new Dealer(options),
      stdin: new Dealer(options),
      iopub: new Subscriber(options),
      heartbeat: new Dealer(options),
    };
    sockets.shell.connect(address(shell_port));
    sockets.control.connect(address(control_port));
    sockets.stdin.connect(address(stdin_port));
    sockets.heartbeat.connect(address(hb_port));
    sockets.iopub.connect(address(iopub_port));
    sockets.iopub.subscribe();
    const client = new Client(connection, child, folder, sockets);
    for (const name of ['shell', 'control', 'stdin', 'iopub'] as const) void client.#listen(name);
    await client.#untilBroadcastsArrive();
    return client;
  }

  /** Sends a request and waits for its reply and for `idle`. */
  async request(type: string, content: Content = {}, socket: 'shell' | 'control' = 'shell'): Promise<Answer> {
    const sent = this.message(type, content);
    const outputs: { type: string; content: Content }[] = [];
    let reply: Content | undefined;
    const answered = this.#until(`${type} answered`, (message, from) => {
      if (message.parent_header.msg_id !== sent.header.msg_id) return undefined;
      if (from === socket) reply = message.content;
      else outputs.push({ type: message.header.msg_type, content: message.content });
      const idle = outputs.some((output) => output.content.execution_state === 'idle');
      return reply && idle ? { reply, outputs } : undefined;
    });
    await this.sockets[socket].send(encode(sent, this.connection.key));
    return answered;
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
    return this.#until(type, (message, from) =>
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
    // What was still waited for never comes.
    for (const timer of this.#timers) clearTimeout(timer);
    for (const socket of Object.values(this.sockets)) socket.close();
    rmSync(this.folder, { recursive: true });
  }

  async #listen(name: 'shell' | 'control' | 'stdin' | 'iopub'): Promise<void> {
    for await (const frames of this.sockets[name]) {
      // Broadcasts come with a topic in place of identities.
      const message = decode(frames, this.connection.key);
      for (const listener of [...this.#listeners]) listener(message, name);
    }
  }

  #until<T>(what: string, pick: (message: Message, socket: string) => T | undefined): Promise<T> {
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

  /** A subscription takes a moment to reach the kernel; until then its broadcasts are lost. */
  async #untilBroadcastsArrive(): Promise<void> {
    let arrived = false;
    const first = this.broadcast('status').then(() => {
      arrived = true;
    });
    while (!arrived) {
      await this.sockets.shell.send(encode(this.message('kernel_info_request', {}), this.connection.key));
      await Promise.race([first, new Promise((resolve) => setTimeout(resolve, 20))]);
    }
  }
}

/** Ports that nobody listens at. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports: number[] = [];
  for (const server of servers) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ports.push((server.address() as { port: number }).port);
  }
  for (const server of servers) server.close();
  return ports;
}
