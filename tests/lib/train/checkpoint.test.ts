import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  Adam,
  AdamW,
  crossEntropy,
  LeakGuard,
  loadCheckpoint,
  loadWeights,
  Mlp,
  Rng,
  readSafetensors,
  Sgd,
  saveCheckpoint,
  train,
  twoMoons,
  writeSafetensors,
} from 'lineage';
import { weightsOf } from './weights-of';

const folder = mkdtempSync(path.join(os.tmpdir(), 'checkpoint-'));
const file = path.join(folder, 'run.safetensors');
afterAll(() => rmSync(folder, { recursive: true }));

const moons = twoMoons({ size: 40, noise: 0.1 }, new Rng(1));

function start(hidden = 8) {
  const model = new Mlp({ layers: [2, hidden, 2], activation: 'relu' }, new Rng(2));
  const optimizer = new AdamW(model, { learningRate: 0.01 });
  return { model, optimizer, rng: new Rng(3), batchSize: 8, size: 40 };
}

/** A checkpoint after three steps. */
async function written() {
  const run = start();
  const options = {
    batchSize: 8,
    rng: run.rng,
    loss: crossEntropy,
    steps: 3,
    checkpoint: { path: file, every: 2 },
  };
  for await (const _ of train(run.model, run.optimizer, moons, options));
  return run;
}

test('brings back parameters, what the optimiser remembers, and its count of updates', async () => {
  const run = await written();
  const fresh = start();
  expect(loadCheckpoint(file, fresh)).toBe(3);
  expect(weightsOf(fresh.model)).toEqual(weightsOf(run.model));
  expect(weightsOf(fresh.optimizer.state)).toEqual(weightsOf(run.optimizer.state));
  expect(weightsOf(fresh.optimizer.state).some((number) => number !== 0)).toBe(true);
  expect(fresh.optimizer.steps).toBe(3);
});

test('is a safetensors file with the parameters under their paths', async () => {
  const run = await written();
  const { tensors, metadata } = readSafetensors(file);
  expect(tensors['layers.0.weight']).toMatchObject({ dtype: 'F32', shape: [2, 8] });
  expect(Array.from(tensors['layers.1.bias'].data)).toEqual(Array.from(run.model.layers[1].bias!.dataSync()));
  expect(Object.keys(tensors)).toContain('optimizer/layers.0.weight.m');
  expect(metadata).toEqual({
    format: 'lineage checkpoint',
    version: '1',
    seed: '3',
    batchSize: '8',
    examples: '40',
    step: '3',
    updates: '3',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

/** Refused, with this message, and nothing changed. */
function refused(
  checkpoint: ReturnType<typeof start> | Parameters<typeof loadCheckpoint>[1],
  message: string,
) {
  const { model, optimizer } = checkpoint;
  const before = [weightsOf(model), weightsOf(optimizer.state), optimizer.steps];
  expect(() => loadCheckpoint(file, checkpoint)).toThrow(message);
  expect([weightsOf(model), weightsOf(optimizer.state), optimizer.steps]).toEqual(before);
}

test('a model of another shape: names the parameter, expected, got', async () => {
  await written();
  refused(start(9), `${file}: layers.0.weight: expected F32 [2, 9], got F32 [2, 8].`);
});

test('a deeper model: names the parameter that is missing', async () => {
  await written();
  const model = new Mlp({ layers: [2, 8, 2, 2], activation: 'relu' }, new Rng(2));
  const optimizer = new AdamW(model, { learningRate: 0.01 });
  refused({ ...start(), model, optimizer }, `${file} has no layers.2.weight [2, 2].`);
});

test('another optimiser: names what is unknown to it', async () => {
  await written();
  const { model, ...rest } = start();
  refused(
    { ...rest, model, optimizer: new Sgd(model, { learningRate: 0.1 }) },
    `${file} has optimizer/layers.0.weight.m, which is unknown here.`,
  );
});

test.each([
  ['seed', { rng: new Rng(4) }, 'expected seed 4, got 3'],
  ['batch size', { batchSize: 16 }, 'expected batchSize 16, got 8'],
  ['data set', { size: 41 }, 'expected examples 41, got 40'],
])('another %s would leave the run’s order of the data: refused', async (_, change, message) => {
  await written();
  refused({ ...start(), ...change }, `loadCheckpoint: ${file}: ${message}`);
});

test('a later version of the format, or other metadata: refused', async () => {
  const run = await written();
  const { tensors, metadata } = readSafetensors(file);
  writeSafetensors(file, { tensors, metadata: { ...metadata, version: '2' } });
  refused(run, 'expected version 1, got 2');
  writeSafetensors(file, { tensors, metadata: { ...metadata, step: '-1' } });
  refused(run, 'expected a whole number of step, got -1');
  writeSafetensors(file, { tensors, metadata: {} });
  refused(run, 'expected format lineage checkpoint, got none');
});

test('a file altered by a single bit is refused by name, wherever the bit is', async () => {
  const run = await written();
  const whole = readFileSync(file);
  const header = 8 + Number(whole.readBigUInt64LE());
  const step = whole.indexOf('"step":"3"') + '"step":"'.length;
  for (const place of [step, header, Math.floor((header + whole.length) / 2), whole.length - 1]) {
    const altered = Buffer.from(whole);
    altered[place] ^= 1;
    writeFileSync(file, altered);
    refused(run, `loadCheckpoint: ${file} was altered after it was written: expected SHA-256 `);
  }
});

test('loadWeights refuses a checkpoint, which holds more than weights', async () => {
  const run = await written();
  expect(() => loadWeights(run.model, file)).toThrow(`loadWeights: ${file} has optimizer/layers.0.weight.m`);
});

test('a resumed run needs at least as many steps as were made', async () => {
  const { model, optimizer, rng } = await written();
  const options = { batchSize: 8, rng, loss: crossEntropy, resume: file };
  await expect(train(model, optimizer, moons, { ...options, steps: 2 }).next()).rejects.toThrow(
    'train: expected a checkpoint of at most 2 steps, got one of 3',
  );
  expect(await train(model, optimizer, moons, { ...options, steps: 3 }).next()).toEqual({
    done: true,
    value: undefined,
  });
  await expect(
    train(model, optimizer, moons, { ...options, steps: 5, resume: path.join(folder, 'none') }).next(),
  ).rejects.toThrow(/can't read .*none/);
});

test('saving and loading leave no tensors behind', async () => {
  const run = await written();
  const guard = new LeakGuard('checkpoint');
  guard.watch(() => saveCheckpoint(file, run, 3));
  guard.watch(() => loadCheckpoint(file, run));
});

test('Adam and AdamW remember the same: a checkpoint of one serves the other', async () => {
  await written();
  const { model, ...rest } = start();
  expect(loadCheckpoint(file, { ...rest, model, optimizer: new Adam(model, { learningRate: 1 }) })).toBe(3);
});
