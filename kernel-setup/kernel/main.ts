import { readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { ConnectionError, readConnectionFile } from './connection-file';
import { Flow } from './flow';
import { InterruptFlag } from './interrupt-flag';
import { Executor } from './main/executor';
import { refuseExit } from './main/no-exit';
import { outflow } from './main/outflow';
import type { IoData, LanguageData, ToMain } from './threads';
import type { Connection } from './wire';

/** The kernel: `node dist/kernel/main.js <connection file>`, started by Jupyter or by the runner. */
const exit = refuseExit();
const connection = connectionFile();
// This file is dist/kernel/main.js in the clone; Jupyter starts it in the notebook's folder.
const root = path.resolve(__dirname, '../..');
const folder = process.cwd();
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };

const flag = new InterruptFlag();
const flow = new Flow();
const language = new MessageChannel();
const answers = new MessageChannel();
const counted = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
const io = start(
  'io',
  {
    connection,
    memory: flag.memory,
    flow: flow.memory,
    answers: { memory: counted, port: answers.port1 },
    version,
    port: language.port1,
  } satisfies IoData,
  [language.port1, answers.port1],
);
start('language', { root, folder, port: language.port2 } satisfies LanguageData, [language.port2]);

const send = outflow((message) => io.postMessage(message), flow, flag);
const executor = new Executor(root, folder, flag, { memory: counted, port: answers.port2 }, send);
Object.defineProperty(globalThis, 'kernel', { value: executor.kernel, configurable: true });
io.on('message', (message: ToMain) => (message.type === 'shutdown' ? exit(0) : executor.handle(message)));

for (const name of ['stdout', 'stderr'] as const) {
  // Leaves the thread at once, also in the middle of a loop.
  process[name].write = (text: string | Uint8Array, ...rest: unknown[]): boolean => {
    executor.print(name, typeof text === 'string' ? text : Buffer.from(text).toString('utf8'));
    const written = rest.find((argument): argument is () => void => typeof argument === 'function');
    if (written) process.nextTick(written);
    return true;
  };
}
// Stop comes as a message; Ctrl-C in the terminal is meant for Jupyter.
process.on('SIGINT', () => {});
// No listener, which a cell could remove.
process.setUncaughtExceptionCaptureCallback((thrown) => executor.report(thrown, 'callback'));
process.on('unhandledRejection', (thrown) => executor.report(thrown, 'promise'));

function start(name: string, workerData: IoData | LanguageData, transferList: MessagePort[]): Worker {
  // V8 would give each thread up to 48 MB for short-lived objects; 8 are as fast here.
  const resourceLimits = { maxYoungGenerationSizeMb: 8 };
  const options = { workerData, transferList, resourceLimits, stdout: true, stderr: true };
  const worker = new Worker(path.join(__dirname, name, `${name}.js`), options);
  worker.on('error', (error) => {
    giveUp(error.name === ConnectionError.name ? error.message : `the ${name} thread ended: ${error.stack}`);
  });
  return worker;
}

function connectionFile(): Connection {
  try {
    return readConnectionFile(process.argv[2], (line) => writeSync(2, `lineage kernel: ${line}\n`));
  } catch (error) {
    if (error instanceof ConnectionError) return giveUp(error.message);
    throw error;
  }
}

/** Ends with one line on the terminal, which Jupyter keeps in its log. */
function giveUp(reason: string): never {
  writeSync(2, `lineage kernel: ${reason}\n`);
  return exit(1);
}
