import { setTimeout as wait } from 'node:timers/promises';
import { Rng } from 'lineage';
import type { Client } from './client';

/** What a soak has seen; memory in MB. */
export interface SoakReport {
  readonly cells: number;
  readonly interrupts: number;
  /** How many cells ended in what: `ok`, or the name of the error. */
  readonly ends: Readonly<Record<string, number>>;
  /** Resident memory after every tenth of the cells, and the main thread’s heap in use, garbage collected. */
  readonly memory: readonly { readonly resident: number; readonly heap: number }[];
  /** Processor time in ms that the idle kernel uses within a second. */
  readonly idle: number;
  /** The slowest answer to an interrupt in ms, from the press to the end of its cell. */
  readonly slowest: number;
}

const setUp = `import * as tf from '@tensorflow/tfjs';
import { ready, Rng } from 'lineage';
import { twoMoons } from 'lineage/data';
import { crossEntropy } from 'lineage/losses';
import { Mlp } from 'lineage/models';
import { Adam } from 'lineage/optim';
import { train } from 'lineage/train';
await ready();
const moons = twoMoons({ size: 64, noise: 0.1 }, new Rng(1));
const model = new Mlp({ layers: [2, 16, 2], activation: 'tanh' }, new Rng(2));
const optimizer = new Adam(model, { learningRate: 1e-2 });
const training = (steps: number) => train(model, optimizer, moons, { batchSize: 8, steps, rng: new Rng(3), loss: crossEntropy });
let count = 0;`;

/** Cells that end by themselves, well or in an error. */
const brief = [
  'count += 1; count',
  'const list = Array.from({ length: 1000 }, (_, index) => index); list.length',
  'for await (const { step } of training(3)) count = step;',
  'console.log("line\\n".repeat(100))',
  'throw new Error("of the soak")',
  'await Promise.reject(new TypeError("later"))',
  'throw { no: "error" }',
  'const wrong: number = "text";',
  'const cut = (1 + ;',
  'missing + 1',
  'Promise.reject(new Error("nobody waits")); 0',
  'setTimeout(() => { throw new Error("in a timer"); }, 1); 0',
  'tf.tidy(() => tf.matMul(tf.ones([2, 3]), tf.ones([2, 3])));',
  'process.exit()',
];

/** Cells that go on until they are stopped. */
const endless = [
  'while (true);',
  'for (;;) await new Promise((resolve) => setTimeout(resolve, 1));',
  'await new Promise(() => {});',
  'for await (const { step } of training(1e9)) count = step;',
  'for (;;) tf.tidy(() => tf.variableGrads(() => crossEntropy(model.forward(moons.take(Int32Array.of(1)).x), tf.tensor1d([1], "int32"))));',
  'eval("for (;;);")',
  '/(a+)+$/.test("a".repeat(60) + "b")',
  'setInterval(() => { while (true); }, 1); await new Promise(() => {});',
  'const spin = (): Promise<void> => Promise.resolve().then(spin); await spin();',
  'kernel!.prompt("? ")',
  'await kernel!.input("? ")',
];

/** Fails after longer than any cell here takes, in ms. */
const patience = 20_000;

async function unanswered(cell: string): Promise<never> {
  await wait(patience, undefined, { ref: false });
  throw new Error(`soak: ${cell}: expected an answer within ${patience} ms, got none`);
}

/** Runs random cells, and presses stop at random moments of some that would never end. */
export async function soak(
  kernel: Client,
  cells: number,
  interrupts: number,
  seed: number,
): Promise<SoakReport> {
  const rng = new Rng(seed);
  const pick = (list: readonly string[]) => list[rng.integer(list.length)];
  const stopped = new Set(Array.from(rng.permutation(cells)).slice(0, interrupts));
  const ends: Record<string, number> = {};
  const memory: { resident: number; heap: number }[] = [];
  let slowest = 0;
  expect((await kernel.execute(setUp)).reply.status).toBe('ok');
  for (let cell = 0; cell < cells; cell++) {
    const code = stopped.has(cell) ? pick(endless) : pick(brief);
    const running = kernel.execute(code, { allow_stdin: true });
    if (stopped.has(cell)) {
      await wait(rng.integer(120));
      const pressed = performance.now();
      // One that came before its cell began is lost, as it may be: nothing ran.
      for (let ended = false; !ended; ) {
        await kernel.request('interrupt_request', {}, 'control');
        ended = await Promise.race([
          running.then(() => true),
          wait(rng.integer(2) ? 300 : 2500).then(() => false),
        ]);
      }
      slowest = Math.max(slowest, performance.now() - pressed);
    }
    const { reply } = await Promise.race([running, unanswered(`cell ${cell + 1} (${code})`)]);
    const end = reply.status === 'ok' ? 'ok' : reply.ename;
    ends[end] = (ends[end] ?? 0) + 1;
    if ((cell + 1) % Math.ceil(cells / 10) === 0) memory.push(await used(kernel));
  }
  // What the last cells left to the compilers and the collector of garbage ends soon; what never ends is a zombie.
  const idle: number[] = [];
  for (let second = 0; second < 3; second++) {
    const before = await processorTime(kernel);
    await wait(1000);
    idle.push((await processorTime(kernel)) - before);
  }
  return { cells, interrupts, ends, memory, idle: Math.min(...idle), slowest };
}

async function used(kernel: Client): Promise<{ resident: number; heap: number }> {
  const collected = `(require('node:v8').setFlagsFromString('--expose-gc'), require('node:vm').runInNewContext('gc')(),
    process.memoryUsage())`;
  const { rss, heapUsed } = await ask<NodeJS.MemoryUsage>(kernel, collected);
  return { resident: Math.round(rss / 2 ** 20), heap: Math.round(heapUsed / 2 ** 20) };
}

/** In ms, of all threads. */
async function processorTime(kernel: Client): Promise<number> {
  const { user, system } = await ask<NodeJS.CpuUsage>(kernel, 'process.cpuUsage()');
  return (user + system) / 1000;
}

async function ask<T>(kernel: Client, expression: string): Promise<T> {
  const { reply } = await kernel.execute('', {
    user_expressions: { asked: `JSON.stringify(${expression})` },
  });
  const text = reply.user_expressions.asked.data['text/plain'] as string;
  return JSON.parse(text.slice(1, -1)) as T;
}
