import { type ChildProcess, spawn } from 'node:child_process';
import readline from 'node:readline';
import type { Request } from './request';
import type { Side } from './row';

/** How many of the last lines on its error output are shown when a side fails. */
const keptLines = 12;

interface Waiting {
  resolve(value: unknown): void;
  reject(reason: Error): void;
}

/** One side's process: it is asked one thing after the other and lives as long as the run. */
export class Child {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #lastLines: string[] = [];
  #asked = 0;
  #end: string | undefined;

  constructor(
    readonly side: Side,
    [program, ...options]: readonly string[],
    environment: NodeJS.ProcessEnv,
  ) {
    // A process group of its own: Ctrl-C reaches us alone, and killing the group leaves no grandchild.
    this.#child = spawn(program, options, { env: environment, detached: process.platform !== 'win32' });
    readline.createInterface({ input: this.#child.stdout! }).on('line', (line) => this.#hear(line));
    readline.createInterface({ input: this.#child.stderr! }).on('line', (line) => {
      this.#lastLines = [...this.#lastLines, line].slice(-keptLines);
    });
    this.#child.stdin!.on('error', () => {}); // its death is told by the events below
    this.#child.once('error', (cause) => this.#gone(`could not be started: ${cause.message}`));
    this.#child.once('close', (code, signal) => this.#gone(`ended with ${signal ?? `code ${code}`}`));
  }

  /**
   * Asks, and waits for the answer.
   *
   * @throws Error with the side's own words where it fails or ends
   */
  ask<T>(request: Request): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#end) return reject(new Error(this.#end));
      const id = ++this.#asked;
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      this.#child.stdin!.write(`${JSON.stringify({ id, ...request })}\n`);
    });
  }

  /** Ends the process and whatever it started; does nothing when it is already gone. */
  kill(): void {
    const { pid } = this.#child;
    if (pid === undefined || this.#end) return;
    try {
      if (process.platform === 'win32') this.#child.kill('SIGKILL');
      else process.kill(-pid, 'SIGKILL');
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
    }
  }

  #hear(line: string): void {
    const { id, value, error } = JSON.parse(line) as { id: number; value?: unknown; error?: string };
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(value);
    else waiting?.reject(new Error(`${this.side}: ${error}`));
  }

  #gone(how: string): void {
    this.#end = [`${this.side}: its process ${how}`, ...this.#lastLines].join('\n');
    for (const { reject } of this.#waiting.values()) reject(new Error(this.#end));
    this.#waiting.clear();
  }
}
