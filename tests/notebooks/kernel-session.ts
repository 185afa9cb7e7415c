import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { ILanguageInfoMetadata } from '@jupyterlab/nbformat';
import { header, type Message } from '../../kernel-setup/kernel/wire';
import { Channel } from './channel';
import { makeConnection } from './connection-file';
import { KernelProcess } from './kernel-process';

/** The kernel is gone, or what it sends can't be read. */
export class DeadKernel extends Error {
  override readonly name = 'DeadKernel';
}

/** How a cell ended; `late` when its time was over, with what it took to stop it. */
export type Ending =
  | { readonly status: 'ok' | 'error' | 'aborted' }
  | { readonly status: 'late'; readonly stop: string };

/** How to start a kernel. */
export interface Launch {
  /** Program and arguments; `{connection_file}` stands for the file's path, as in a kernelspec. */
  readonly argv: readonly string[];
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** The kernels that run now. */
const running = new Set<KernelSession>();

const startSeconds = 120;
/** How long a kernel may take to answer an interrupt, and to go after a shutdown request. */
const graceSeconds = 10;

/** A kernel in a process of its own, spoken to by the Jupyter protocol. */
export class KernelSession {
  readonly #name = randomUUID();
  readonly #process: KernelProcess;
  readonly #folder: string;
  readonly #shell: Channel;
  readonly #control: Channel;
  readonly #iopub: Channel;
  readonly #failure: Promise<never>;
  readonly #listeners = new Set<(message: Message) => void>();
  #language?: ILanguageInfoMetadata;

  private constructor(
    launch: Launch,
    { connection, folder, file }: Awaited<ReturnType<typeof makeConnection>>,
  ) {
    const argv = launch.argv.map((part) => part.replaceAll('{connection_file}', file));
    this.#folder = folder;
    this.#process = new KernelProcess(argv, launch.folder, launch.environment);
    running.add(this);
    const receive = (message: Message) => {
      for (const listener of this.#listeners) listener(message);
    };
    this.#shell = new Channel('shell', connection, receive);
    this.#control = new Channel('control', connection, receive);
    this.#iopub = new Channel('iopub', connection, receive);
    const channels = [this.#shell, this.#control, this.#iopub];
    const garbage = Promise.race(channels.map((channel) => channel.broken)).catch((cause: Error) => {
      throw new DeadKernel(`the kernel sent what is no message: ${cause.message}`);
    });
    const death = this.#process.death.then((reason) => {
      throw new DeadKernel(`the kernel died: ${reason}`);
    });
    this.#failure = Promise.race([garbage, death]);
    this.#failure.catch(() => {});
  }

  /**
   * Starts a kernel and waits until both its answers and its broadcasts arrive.
   *
   * @throws DeadKernel when it dies or stays silent
   */
  static async start(launch: Launch): Promise<KernelSession> {
    const session = new KernelSession(launch, await makeConnection());
    try {
      await session.#untilReady();
      return session;
    } catch (cause) {
      await session.kill();
      throw cause;
    }
  }

  /** The kernel's language in its own words, which front ends store in the notebooks that they save. */
  get language(): ILanguageInfoMetadata | undefined {
    return this.#language;
  }

  /**
   * Runs one cell. Over its time it is interrupted, and the kernel killed if that doesn't help.
   *
   * @param receive called with every message of the iopub channel that belongs to the cell
   * @throws DeadKernel when the kernel dies meanwhile
   */
  async execute(code: string, seconds: number, receive: (message: Message) => void): Promise<Ending> {
    const running = this.#run('execute_request', { code, ...executeOptions }, receive);
    const reply = await this.#within(seconds, running);
    if (reply) return { status: reply.content.status as 'ok' | 'error' | 'aborted' };
    await this.#control.request(header('interrupt_request', this.#name), {});
    if (await this.#within(graceSeconds, running)) return { status: 'late', stop: 'interrupted' };
    await this.kill();
    return { status: 'late', stop: 'did not answer the interrupt, killed' };
  }

  /** Asks the kernel to go, and kills what is left of it; does nothing when it is gone. */
  async shutdown(): Promise<void> {
    if (!running.has(this)) return;
    await this.#control.request(header('shutdown_request', this.#name), { restart: false });
    await Promise.race([this.#process.death, wait(graceSeconds * 1000, undefined, { ref: false })]);
    await this.kill();
  }

  /** Ends the kernel at once and forgets it. */
  async kill(): Promise<void> {
    this.#process.kill();
    await this.#process.death;
    for (const channel of [this.#shell, this.#control, this.#iopub]) channel.close();
    this.#forget();
  }

  /** Ends every kernel that was started here, for a runner that stops itself; nothing is awaited. */
  static killAll(): void {
    for (const session of running) {
      session.#process.kill();
      session.#forget();
    }
  }

  #forget(): void {
    running.delete(this);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #untilReady(): Promise<void> {
    const deadline = Date.now() + startSeconds * 1000;
    // A subscription takes a moment to arrive: ask again until a broadcast comes back too.
    while (Date.now() < deadline) {
      const asked = this.#run('kernel_info_request', {}, () => {});
      const reply = await this.#within(0.5, asked);
      if (!reply) continue;
      this.#language = reply.content.language_info as ILanguageInfoMetadata | undefined;
      return;
    }
    throw new DeadKernel(`the kernel gave no answer within ${startSeconds} s of its start`);
  }

  /** Sends a request. @returns the reply, once the kernel has also said that it is idle again */
  async #run(
    type: string,
    content: Record<string, unknown>,
    receive: (message: Message) => void,
  ): Promise<Message> {
    const request = header(type, this.#name);
    let listener: ((message: Message) => void) | undefined;
    const answered = new Promise<Message>((resolve) => {
      let reply: Message | undefined;
      let idle = false;
      listener = (message) => {
        if (message.parent_header.msg_id !== request.msg_id) return;
        const kind = message.header.msg_type;
        if (kind.endsWith('_reply')) reply = message;
        else if (kind === 'status') idle ||= message.content.execution_state === 'idle';
        else receive(message);
        if (reply && idle) resolve(reply);
      };
      this.#listeners.add(listener);
    });
    try {
      await this.#shell.request(request, content);
      return await Promise.race([answered, this.#failure]);
    } finally {
      this.#listeners.delete(listener!);
    }
  }

  /** What `promise` gives, or undefined when the time is over first. */
  async #within<T>(seconds: number, promise: Promise<T>): Promise<T | undefined> {
    const timer = new AbortController();
    promise.catch(() => {});
    try {
      return await Promise.race([promise, wait(seconds * 1000, undefined, { signal: timer.signal })]);
    } finally {
      timer.abort();
    }
  }
}

const executeOptions = {
  silent: false,
  store_history: true,
  user_expressions: {},
  allow_stdin: false,
  stop_on_error: true,
};
