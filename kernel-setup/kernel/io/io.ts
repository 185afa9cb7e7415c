import { parentPort, workerData } from 'node:worker_threads';
import { AnswerBox } from '../answer-box';
import { Flow } from '../flow';
import { InterruptFlag } from '../interrupt-flag';
import { remote } from '../remote';
import type { FromMain, IoData, Language, ToMain } from '../threads';
import { ExecutionQueue } from './execution-queue';
import { History } from './history';
import { Outbox } from './outbox';
import { RunOutputs } from './run-outputs';
import { Shell } from './shell';
import { Sockets } from './sockets';
import { Stdin } from './stdin';

/** How long, in ms, the main thread may take to end after a shutdown; after that it is killed. */
const patience = 1500;
/** How long, in ms, the reply to a shutdown has to get on its way. */
const farewell = 50;
/** How often, in ms, to look whether Jupyter still runs. */
const parentCheck = 1000;

/** The io worker: sockets, queue, interrupt, shutdown. It answers while the main thread is busy with a cell. */
const { connection, memory, flow, answers, version, port } = workerData as IoData;
const main = (message: ToMain) => parentPort?.postMessage(message);
const sockets = new Sockets(connection, () => {
  outputs.warn('a front end reads no more; it misses what is shown from here');
});
const outbox = new Outbox(sockets);
const outputs = new RunOutputs(outbox, new Flow(flow));
const language = remote<Language>(port);
const history = new History();
const queue = new ExecutionQueue({
  outbox,
  outputs,
  language,
  flag: new InterruptFlag(memory),
  history,
  main,
});
const stdin = new Stdin({
  outbox,
  outputs,
  box: new AnswerBox(answers),
  main: (answer) => main({ type: 'answer', answer }),
});
const shell = new Shell({ outbox, queue, history, language, shutdown, version, connection });

function shutdown(): void {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), patience);
  stdin.close();
  setTimeout(() => {
    sockets.close();
    main({ type: 'shutdown' });
  }, farewell);
}

function receive(message: FromMain): void {
  if (message.type === 'ask') stdin.ask(message.run, message.question);
  else if (message.type === 'withdraw') stdin.withdraw(message.question);
  else {
    if (message.type === 'done') stdin.end(message.run);
    queue.handle(message);
  }
}

async function open(): Promise<void> {
  await sockets.open((message, socket, damage) => {
    if (socket !== 'stdin') void shell.handle(message, socket, damage);
    else if (!damage) stdin.receive(message);
  });
  await outbox.status(undefined, 'starting');
  parentPort?.on('message', receive);
  if (!process.env.JPY_PARENT_PID) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, parentCheck);
}

void open();
