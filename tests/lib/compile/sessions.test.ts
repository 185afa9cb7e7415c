import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as tf from '@tensorflow/tfjs';
import { dispose, Linear, mse, Rng, Sgd, train, twoMoons } from 'lineage';
import { type Compiled, compile, type Outputs } from 'lineage/compile';

/** How many graphs that nobody uses stay loaded. */
const idle = 8;
const many = 20;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** How many sessions TensorFlow itself holds: those of this file, and those that other tests have left. */
function held(): number {
  const backend = tf.backend() as unknown as { getNumOfSavedModels?: () => number };
  return backend.getNumOfSavedModels?.() ?? 0;
}

let others = 0;
const open = () => held() - others;

beforeAll(() => {
  others = held();
});

/** Calls work so many times that a graph does the last, if there are graphs. */
function callFive(work: Compiled<[tf.Tensor], Outputs>, shape: number[]): void {
  for (let call = 0; call < 5; call++)
    tf.tidy(() => {
      work(tf.ones(shape));
    });
  expect(work.mode).toBe(tf.getBackend() === 'tensorflow' ? 'graph' : 'eager');
}

/** Compiles work of a shape that no other has, and forgets it. */
function compileAndForget(size: number): void {
  const table = tf.zeros([200, 100 + size]); // too large to be written into the graph
  const work = compile((x: tf.Tensor) => ({ y: x.add(table) }));
  callFive(work, [1, 100 + size]);
  table.dispose();
}

/** Begins a training of a model that no other has the shape of, and forgets it in the middle, as a forced halt does. */
async function trainAndForget(size: number): Promise<void> {
  const model = new Linear(2, 20 + size, new Rng(0));
  const optimizer = new Sgd(model, { learningRate: 0.1 });
  const loss = (y: tf.Tensor) => mse(y, tf.zerosLike(y));
  const data = twoMoons({ size: 20, noise: 0.1 }, new Rng(1));
  const run = train(model, optimizer, data, { batchSize: 4, epochs: 2, rng: new Rng(2), loss });
  for (let step = 0; step < 6; step++) await run.next();
  optimizer.dispose();
  dispose(model);
}

/** Lets go of what nothing refers to. */
async function collected(): Promise<void> {
  for (let round = 0; round < 5; round++) {
    await new Promise(setImmediate);
    collectGarbage();
  }
}

test('sessions are closed when their work is let go, but for a few for the next of the same shape', async () => {
  for (let size = 0; size < many; size++) {
    const work = compile((x: tf.Tensor) => ({ y: x.mul(2) }));
    callFive(work, [1 + size]);
    work.dispose();
  }
  expect(open()).toBeLessThanOrEqual(idle);
});

test.each([
  ['work', async (size: number) => compileAndForget(size)],
  ['a training', trainAndForget],
])('sessions of %s that is forgotten without being ended are closed as well', async (_, forget) => {
  const before = tf.memory().numTensors;
  for (let size = 0; size < many; size++) await forget(size);
  const native = tf.getBackend() === 'tensorflow';
  if (native) expect(open()).toBeGreaterThan(idle);
  await collected();
  expect(open()).toBeLessThanOrEqual(idle);
  expect(tf.memory().numTensors).toBe(before);
});
