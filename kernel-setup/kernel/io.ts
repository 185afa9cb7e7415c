import { parentPort, workerData } from 'node:worker_threads';
import { ExecutionQueue } from './execution-queue';
import { History } from './history';
import { InterruptFlag } from './interrupt-flag';
import { Outbox } from './outbox';
import { remote } from './remote';
import { Shell } from './shell';
import { Sockets } from './sockets';
import type { FromMain, IoData, Language, ToMain } from './threads';

/** How long, in ms, the main thread may take to end after a shutdown; after that it is killed. */
const patience = 1500;
/** How often, in ms, to look whether Jupyter still runs. */
const parentCheck = 1000;

/** The io worker: sockets, queue, interrupt, shutdown. It answers while the main thread is busy with a cell. */
const { connection, memory, version, port } = workerData as IoData;
const main = (message: ToMain) => parentPort?.postMessage(message);
const sockets = new Sockets(connection);
const outbox = new Outbox(sockets);
const language = remote<Language>(port);
const history = new History();
const queue = new ExecutionQueue({ outbox, language, flag: new InterruptFlag(memory), history, main });
const shell = new Shell({ outbox, queue, history, language, shutdown, version });

function shutdown(): void {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), patience);
  // After this turn, so that the reply is on its way.
  setTimeout(() => {
    sockets.close();
    main({ type: 'shutdown' });
  }, 50);
}

async function open(): Promise<void> {
  await sockets.open((message, socket) => {
    // Nobody is asked for input, so an answer on the stdin socket belongs to no question.
    if (socket !== 'stdin') void shell.handle(message, socket);
  });
  await outbox.status(undefined, 'starting');
  parentPort?.on('message', (message: FromMain) => queue.handle(message));
  if (!process.env.JPY_PARENT_PID) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, parentCheck);
}

void open();
