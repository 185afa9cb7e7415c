import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { AdamW, crossEntropy, dispose, Mlp, type Progress, Rng, train, twoMoons } from 'lineage';
import { weightsOf } from './weights-of';

const moons = twoMoons({ size: 50, noise: 0.1 }, new Rng(1));
// 50 examples in batches of 8: the last batch of each epoch has 2, a shape of its own.
const common = { batchSize: 8, rng: new Rng(3), loss: crossEntropy, clipNorm: 1 };
const folder = mkdtempSync(path.join(os.tmpdir(), 'compiled-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A model of which TensorFlow computes a graph to the same bits: it divides by no constant, and bends only by relu. */
function start() {
  const model = new Mlp({ layers: [2, 8, 2], activation: 'relu', dropout: 0.1 }, new Rng(2));
  const optimizer = new AdamW(model, { learningRate: 0.01 });
  return { model, optimizer };
}

/** What is the same however the steps are done. */
async function run({ model, optimizer }: ReturnType<typeof start>, options: object) {
  const told: object[] = [];
  let last: Progress | undefined;
  for await (const progress of train(model, optimizer, moons, { ...common, epochs: 12, ...options })) {
    const { step, loss, gradientNorm } = progress;
    told.push({ step, loss, gradientNorm });
    last = progress;
  }
  const weights = weightsOf(model);
  dispose(model);
  optimizer.dispose();
  return { told, weights, note: last?.note };
}

test('a compiled training gives the same bits as an eager one, short batches and dropout included', async () => {
  const before = tf.memory().numTensors;
  const eager = await run(start(), { eager: true });
  expect(await run(start(), {})).toEqual(eager);
  expect(tf.memory().numTensors).toBe(before);
});

test.each([
  ['compiled', 'eager'],
  ['eager', 'compiled'],
])(
  'a checkpoint made %s and resumed %s ends with the same bits as an undisturbed run',
  async (first, second) => {
    const whole = await run(start(), { eager: true });
    const file = path.join(folder, `${first}.safetensors`);
    const checkpoint = { path: file, every: 1000 };
    await run(start(), { epochs: undefined, steps: 41, eager: first === 'eager', checkpoint });
    const resumed = await run(start(), { resume: file, eager: second === 'eager' });
    expect(resumed).toEqual({ ...whole, told: whole.told.slice(41) });
  },
);

test('a loss that reads data in its middle trains as well, and the reader is told why it is not compiled', async () => {
  const loss = (logits: tf.Tensor, targets: tf.Tensor) => {
    const scale = logits.abs().max().dataSync()[0] > 1e9 ? 0 : 1;
    return crossEntropy(logits, targets).mul<tf.Scalar>(scale);
  };
  const { note, ...rest } = await run(start(), { loss });
  expect(await run(start(), { loss, eager: true })).toEqual({ ...rest, note: undefined });
  if (tf.getBackend() === 'tensorflow')
    expect(note).toMatch(/^The step is not compiled: it reads the result of Max in the middle of its work/);
  else expect(note).toBeUndefined();
});
