import { type ChildProcess, spawn } from 'node:child_process';

/** How many of the last lines that a dead kernel wrote are shown. */
const keptLines = 8;

/** The kernel's process: its death, its last words, and its end together with its children. */
export class KernelProcess {
  /** Resolves when the process is gone, with the reason in plain words. */
  readonly death: Promise<string>;
  readonly #child: ChildProcess;
  #lastLines = '';

  /**
   * @param argv program and arguments
   * @param folder where it runs: the notebook's folder
   */
  constructor(argv: readonly string[], folder: string, environment: NodeJS.ProcessEnv) {
    const [program, ...options] = argv;
    // A process group of its own: Ctrl-C reaches the runner alone, and killing the group leaves no grandchild.
    this.#child = spawn(program, options, {
      cwd: folder,
      env: { ...environment, JPY_PARENT_PID: String(process.pid) },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout!, this.#child.stderr!])
      stream.on('data', (chunk: Buffer) => {
        this.#lastLines = `${this.#lastLines}${chunk}`
          .split('\n')
          .slice(-keptLines - 1)
          .join('\n');
      });
    this.death = new Promise((resolve) => {
      this.#child.once('error', (cause) => resolve(`it could not be started: ${cause.message}`));
      // 'close' comes after the last output, 'exit' may come before it.
      this.#child.once('close', (code, signal) =>
        resolve(`${signal ? `killed by ${signal}` : `exit code ${code}`}${this.#words()}`),
      );
    });
  }

  /** Ends the process and its children at once; does nothing when it is already gone. */
  kill(): void {
    if (this.#child.pid === undefined) return;
    try {
      process.kill(-this.#child.pid, 'SIGKILL');
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
    }
  }

  #words(): string {
    const lines = this.#lastLines.trimEnd();
    return lines === '' ? ', it wrote nothing' : `, its last lines:\n${lines}`;
  }
}
