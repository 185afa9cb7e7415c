import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { AdamW, crossEntropy, type Kernel, Mlp, Rng, readSafetensors, train, twoMoons } from 'lineage';
import { weightsOf } from './weights-of';

const moons = twoMoons({ size: 50, noise: 0.1 }, new Rng(1));
const common = { batchSize: 8, rng: new Rng(3), loss: crossEntropy };
const folder = mkdtempSync(path.join(os.tmpdir(), 'signal-'));
afterAll(() => rmSync(folder, { recursive: true }));

function start() {
  const model = new Mlp({ layers: [2, 8, 2], activation: 'relu', dropout: 0.1 }, new Rng(2));
  return { model, optimizer: new AdamW(model, { learningRate: 0.01 }) };
}

class KeyboardInterrupt extends Error {}

test('a stop comes between two steps, with the signal’s own reason; history and model stay usable', async () => {
  const { model, optimizer } = start();
  const stop = new AbortController();
  const before = tf.memory().numTensors;
  const history: number[] = [];
  const run = async () => {
    for await (const { step } of train(model, optimizer, moons, {
      ...common,
      epochs: 9,
      signal: stop.signal,
    })) {
      history.push(step);
      if (step === 10) stop.abort(new KeyboardInterrupt('stopped by the reader'));
    }
  };
  await expect(run()).rejects.toThrow(KeyboardInterrupt);
  expect(history).toHaveLength(10);
  expect(optimizer.steps).toBe(10);
  expect(tf.memory().numTensors).toBe(before);

  const alone = start();
  for await (const _ of train(alone.model, alone.optimizer, moons, { ...common, steps: 10 }));
  expect(weightsOf(model)).toEqual(weightsOf(alone.model));
  for await (const { step } of train(model, optimizer, moons, { ...common, steps: 5 })) history.push(step);
  expect(history).toHaveLength(15);
  expect(optimizer.steps).toBe(15);
});

test('a stop from a timer reaches a loop that never waits', async () => {
  const { model, optimizer } = start();
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 100);
  const begun = performance.now();
  const run = async () => {
    for await (const _ of train(model, optimizer, moons, { ...common, steps: 1e7, signal: stop.signal }));
  };
  await expect(run()).rejects.toThrow('aborted');
  expect(performance.now() - begun).toBeLessThan(2000);
});

test('a stop writes the checkpoint, and the run goes on from it as if never stopped', async () => {
  const { model, optimizer } = start();
  const file = path.join(folder, 'stopped.safetensors');
  const stop = new AbortController();
  const options = { ...common, epochs: 3, checkpoint: { path: file, every: 1000 } };
  const run = async () => {
    for await (const { step } of train(model, optimizer, moons, { ...options, signal: stop.signal }))
      if (step === 10) stop.abort();
  };
  await expect(run()).rejects.toThrow('aborted');

  const [resumed, alone] = [start(), start()];
  const steps: number[] = [];
  for await (const { step } of train(resumed.model, resumed.optimizer, moons, { ...options, resume: file }))
    steps.push(step);
  expect(steps[0]).toBe(11);
  expect(steps).toHaveLength(11);
  for await (const _ of train(alone.model, alone.optimizer, moons, { ...common, epochs: 3 }));
  expect(weightsOf(resumed.model)).toEqual(weightsOf(alone.model));
});

test('leaving by break writes the checkpoint too', async () => {
  const { model, optimizer } = start();
  const file = path.join(folder, 'left.safetensors');
  const options = { ...common, epochs: 3, checkpoint: { path: file, every: 1000 } };
  for await (const { step } of train(model, optimizer, moons, options)) if (step === 4) break;
  expect(readSafetensors(file).metadata['step']).toBe('4');
});

test('an error before the update of a step writes the steps before it, one in the update nothing', async () => {
  const file = path.join(folder, 'broken.safetensors');
  let calls = 0;
  const interrupt = () => {
    if (++calls === 3) throw new KeyboardInterrupt();
  };
  const loss = (logits: tf.Tensor, targets: tf.Tensor) => {
    interrupt();
    return crossEntropy(logits, targets);
  };
  const run = async (optimizer: AdamW, model: Mlp, options: { loss?: typeof loss }) => {
    const checkpoint = { path: file, every: 1000 };
    for await (const _ of train(model, optimizer, moons, {
      ...common,
      ...options,
      eager: true,
      epochs: 3,
      checkpoint,
    }));
  };
  const before = start();
  await expect(run(before.optimizer, before.model, { loss })).rejects.toThrow(KeyboardInterrupt);
  expect(readSafetensors(file).metadata['step']).toBe('2');
  rmSync(file);
  calls = 0;
  const within = start();
  const step = within.optimizer.step.bind(within.optimizer);
  within.optimizer.step = (gradients) => {
    interrupt();
    step(gradients);
  };
  await expect(run(within.optimizer, within.model, {})).rejects.toThrow(KeyboardInterrupt);
  expect(existsSync(file)).toBe(false);
});

test('a stop before the first step changes and writes nothing', async () => {
  const { model, optimizer } = start();
  const file = path.join(folder, 'never.safetensors');
  const before = weightsOf(model);
  const options = { ...common, steps: 5, checkpoint: { path: file, every: 1 }, signal: AbortSignal.abort() };
  await expect(train(model, optimizer, moons, options).next()).rejects.toThrow('aborted');
  expect(weightsOf(model)).toEqual(before);
  expect(existsSync(file)).toBe(false);
});

describe('in a notebook', () => {
  afterEach(() => {
    delete (globalThis as Partial<typeof globalThis>).kernel;
  });

  test('the stop button is heard without an option', async () => {
    const stop = new AbortController();
    globalThis.kernel = { signal: stop.signal, finish: (work) => work() } as Partial<Kernel> as Kernel;
    const { model, optimizer } = start();
    const run = async () => {
      for await (const { step } of train(model, optimizer, moons, { ...common, steps: 9 }))
        if (step === 4) stop.abort(new KeyboardInterrupt());
    };
    await expect(run()).rejects.toThrow(KeyboardInterrupt);
    expect(optimizer.steps).toBe(4);
  });
});
