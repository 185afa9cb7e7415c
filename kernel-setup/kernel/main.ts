import { existsSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { Executor } from './executor';
import { InterruptFlag } from './interrupt-flag';
import type { IoData, LanguageData, ToMain } from './threads';
import type { Connection } from './wire';

/** The kernel: `node dist/kernel/main.js <connection file>`, started by Jupyter or by the runner. */
const file = process.argv[2];
if (!file || !existsSync(file)) {
  process.stderr.write(`lineage kernel: expected a connection file, got ${file ?? 'nothing'}\n`);
  process.exit(1);
}
const connection = JSON.parse(readFileSync(file, 'utf8')) as Connection;
// This file is dist/kernel/main.js in the clone; Jupyter starts it in the notebook's folder.
const root = path.resolve(__dirname, '../..');
const folder = process.cwd();
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };

const { memory } = new InterruptFlag();
const { port1, port2 } = new MessageChannel();
const io = start('io', { connection, memory, version, port: port1 } satisfies IoData);
start('language', { root, folder, port: port2 } satisfies LanguageData);

const executor = new Executor(root, folder, memory, (message) => io.postMessage(message));
Object.defineProperty(globalThis, 'kernel', { value: executor.kernel, configurable: true });
io.on('message', (message: ToMain) => executor.handle(message));

for (const name of ['stdout', 'stderr'] as const) {
  // Leaves the thread at once, also in the middle of a loop.
  process[name].write = (text: string | Uint8Array, ...rest: unknown[]): boolean => {
    executor.print(name, typeof text === 'string' ? text : Buffer.from(text).toString('utf8'));
    const written = rest.find((argument): argument is () => void => typeof argument === 'function');
    if (written) process.nextTick(written);
    return true;
  };
}
// Deep enough to reach the reader's lines below those of tfjs.
Error.stackTraceLimit = 50;
// Stop comes as a message; Ctrl-C in the terminal is meant for Jupyter.
process.on('SIGINT', () => {});
process.on('uncaughtException', (thrown) => executor.report(thrown));
process.on('unhandledRejection', (thrown) => executor.report(thrown));

function start(name: string, workerData: IoData | LanguageData): Worker {
  const options = { workerData, transferList: [workerData.port], stdout: true, stderr: true };
  const worker = new Worker(path.join(__dirname, `${name}.js`), options);
  worker.on('error', (error) => {
    writeSync(2, `lineage kernel: the ${name} thread ended: ${error.stack}\n`);
    process.exit(1);
  });
  return worker;
}
