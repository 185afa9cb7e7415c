import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { crossEntropy, Examples, Mlp, mse, type Progress, Rng, Sgd, train, twoMoons } from 'lineage';
import { weightsOf } from './weights-of';

const moons = twoMoons({ size: 40, noise: 0.1 }, new Rng(1));
const common = { batchSize: 8, rng: new Rng(3), loss: crossEntropy };

function start(learningRate = 0.1) {
  const model = new Mlp({ layers: [2, 8, 6, 2], activation: 'relu' }, new Rng(2));
  return { model, optimizer: new Sgd(model, { learningRate }) };
}

/** Trains until it throws: the error's message, the last step that was made, and the weights after it. */
async function fail(run: AsyncIterable<Progress>, model: object) {
  let last = { step: 0, weights: weightsOf(model) };
  try {
    for await (const { step } of run) last = { step, weights: weightsOf(model) };
  } catch (error) {
    return { message: (error as Error).message, last };
  }
  throw new Error('expected the training to fail');
}

test('a learning rate far too large: names the step and the layer; the weights are those before it', async () => {
  const { model, optimizer } = start(1e30);
  const before = tf.memory().numTensors;
  const { message, last } = await fail(train(model, optimizer, moons, { ...common, steps: 20 }), model);
  expect(message).toMatch(
    new RegExp(
      `^train: step ${last.step + 1}: expected a finite (loss|gradient norm), got (NaN|Infinity|-Infinity)\\. ` +
        'It first appears in the output of layers\\.[12] \\(Linear\\)\\. ' +
        'The parameters are as they were before this step\\.',
    ),
  );
  expect(weightsOf(model)).toEqual(last.weights);
  expect(weightsOf(model).every(Number.isFinite)).toBe(true);
  expect(optimizer.steps).toBe(last.step);
  expect(tf.memory().numTensors).toBe(before);
});

test('names the layer whose output first overflows, not one after it', async () => {
  const { model, optimizer } = start();
  model.layers[1].weight.assign(tf.fill([8, 6], 3e38));
  const { message } = await fail(train(model, optimizer, moons, { ...common, steps: 5 }), model);
  expect(message).toContain('train: step 1: expected a finite loss, got NaN. ');
  expect(message).toContain('in the output of layers.1 (Linear).');
  expect(Object.keys(model.layers[1])).not.toContain('forward'); // looked at, and left as it was
});

test('names a parameter that is already broken', async () => {
  const { model, optimizer } = start();
  model.layers[2].bias!.assign(tf.tensor1d([0, NaN]));
  const { message } = await fail(train(model, optimizer, moons, { ...common, steps: 5 }), model);
  expect(message).toContain('in the parameter layers.2.bias, before this step.');
});

test('names the example of the data set that holds NaN', async () => {
  const { model, optimizer } = start();
  const broken = {
    size: 40,
    take: (indices: ArrayLike<number>) => {
      const { x, y } = moons.take(indices);
      const rows = x.arraySync();
      x.dispose();
      const row = Array.from(indices).indexOf(17);
      if (row >= 0) rows[row][1] = NaN;
      return { x: tf.tensor2d(rows), y };
    },
  };
  const { message, last } = await fail(train(model, optimizer, broken, { ...common, steps: 5 }), model);
  expect(message).toContain('in the input batch itself, in example 17 of the data set.');
  expect(weightsOf(model)).toEqual(last.weights);
});

test('names a target that is not finite', async () => {
  const { model, optimizer } = start();
  const { message } = await fail(
    train(
      model,
      optimizer,
      {
        size: 1,
        take: () => ({ x: tf.ones([1, 2]), y: tf.tensor2d([[Infinity, 0]]) }),
      },
      { ...common, loss: mse, steps: 1 },
    ),
    model,
  );
  expect(message).toContain('in the target batch itself, in example 0 of the data set.');
});

test('names the loss where the model is finite', async () => {
  const { model, optimizer } = start();
  const loss = (logits: tf.Tensor) => logits.abs().sum().neg().log().asScalar();
  const { message } = await fail(train(model, optimizer, moons, { ...common, loss, steps: 1 }), model);
  expect(message).toContain(
    'step 1: expected a finite loss, got NaN. It first appears in the loss, although',
  );
});

test('names the gradient where the loss is finite', async () => {
  const { model, optimizer } = start();
  // √x at 0: the value is 0, the slope infinite
  const loss = (logits: tf.Tensor) => logits.mul(0).sqrt().sum<tf.Scalar>();
  const { message } = await fail(train(model, optimizer, moons, { ...common, loss, steps: 1 }), model);
  expect(message).toMatch(/expected a finite gradient norm, got NaN.* in the gradient of layers\.2\.bias\./);
});

test('a loss that leaks at every step is stopped, with the number of tensors', async () => {
  const { model, optimizer } = start();
  const kept: tf.Tensor[] = [];
  const loss = (logits: tf.Tensor, targets: tf.Tensor) => {
    for (const value of [1, 2]) kept.push(tf.keep(tf.scalar(value)));
    return crossEntropy(logits, targets);
  };
  const { message, last } = await fail(train(model, optimizer, moons, { ...common, loss, steps: 9 }), model);
  expect(message).toMatch(
    /^train: one step: expected every tensor to be freed, got 2 left behind per call\./,
  );
  expect(last.step).toBe(2);
  tf.dispose(kept);
});

test('a mask that a loss makes once is no leak', async () => {
  const { model, optimizer } = start();
  let mask: tf.Tensor | undefined;
  const loss = (logits: tf.Tensor, targets: tf.Tensor) => {
    mask ??= tf.keep(tf.ones([1, 2]));
    return crossEntropy(logits.mul(mask), targets);
  };
  let steps = 0;
  for await (const _ of train(model, optimizer, moons, { ...common, loss, steps: 9 })) steps++;
  expect(steps).toBe(9);
  mask?.dispose();
});

test('the reader’s own tensors between the steps are not blamed', async () => {
  const { model, optimizer } = start();
  const mine: tf.Tensor[] = [];
  const heldOut = { every: 1, measure: () => ({ mine: mine.push(tf.scalar(2)) }) };
  for await (const { loss } of train(model, optimizer, moons, { ...common, steps: 9, heldOut }))
    mine.push(tf.scalar(loss));
  expect(mine).toHaveLength(18);
  tf.dispose(mine);
});

test('a label outside the classes names itself', async () => {
  const { model, optimizer } = start();
  const { message } = await fail(
    train(model, optimizer, new Examples([[0, 0]], [7]), { ...common, steps: 1 }),
    model,
  );
  expect(message).toContain('expected labels 0–1, got 7');
});

test('a checkpoint that could not be written is refused before the first step, and by name', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'train-guards-'));
  const { model, optimizer } = start();
  const begin = (file: string) =>
    train(model, optimizer, moons, { ...common, steps: 5, checkpoint: { path: file, every: 1 } });
  writeFileSync(path.join(folder, 'a file'), '');
  for (const taken of [folder, path.join(folder, 'a file', 'run')])
    expect(() => begin(taken)).toThrow(`train: expected a checkpoint that can be written, got ${taken}: `);
  begin(path.join(folder, 'new', 'run'));
  expect(readdirSync(path.join(folder, 'new'))).toEqual([]);
  rmSync(folder, { recursive: true });
});
