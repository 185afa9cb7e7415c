import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const clone = path.resolve(__dirname, '../..');

/** A JupyterLab started by the course's own command. */
export interface LabServer {
  /** The server's address and token, `http://localhost:8888/` and a word. */
  readonly url: string;
  readonly token: string;
  stop(): Promise<void>;
}

/** Starts `npm start -- --no-browser` and waits, 120 s at most, until it names its address. */
export async function startLab(): Promise<LabServer> {
  const lab = spawn(process.execPath, ['kernel-setup/start.mjs', '--no-browser'], { cwd: clone });
  const address = await spoken(lab, /JupyterLab, after .*: (http\S+)/);
  const url = new URL(address);
  return {
    url: `${url.origin}/`,
    token: url.searchParams.get('token') ?? '',
    stop: () =>
      new Promise((resolve) => {
        lab.once('close', () => resolve());
        lab.kill('SIGTERM');
      }),
  };
}

/** What the first group of `pattern` matches in what the program prints. */
function spoken(program: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const fail = (why: string) => reject(new Error(`npm start: ${why}. It printed:\n${text}`));
    const limit = setTimeout(() => fail('expected an address within 120 s, got none'), 120_000);
    const listen = (part: Buffer) => {
      text += part;
      const found = pattern.exec(text);
      if (!found) return;
      clearTimeout(limit);
      resolve(found[1]);
    };
    program.stdout?.on('data', listen);
    program.stderr?.on('data', listen);
    program.once('close', (code) => fail(`it ended with ${code}`));
  });
}
