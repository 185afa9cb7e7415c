import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import {
  LeakGuard,
  loadWeights,
  Mlp,
  param,
  Rng,
  readSafetensors,
  saveWeights,
  writeSafetensors,
} from 'lineage';
import { weightsOf } from './weights-of';

const folder = mkdtempSync(path.join(os.tmpdir(), 'weights-'));
const file = path.join(folder, 'model.safetensors');
afterAll(() => rmSync(folder, { recursive: true }));

const config = { layers: [3, 4, 2], activation: 'relu' } as const;

test('another model of the same shape computes the same after loading', () => {
  const [trained, fresh] = [new Mlp(config, new Rng(1)), new Mlp(config, new Rng(2))];
  expect(weightsOf(fresh)).not.toEqual(weightsOf(trained));
  saveWeights(trained, file);
  loadWeights(fresh, file);
  expect(weightsOf(fresh)).toEqual(weightsOf(trained));
});

test('integers and booleans keep their type', () => {
  const model = {
    count: param(tf.tensor1d([1, -2], 'int32')),
    mask: param(tf.tensor1d([true, false], 'bool')),
  };
  saveWeights(model, file);
  expect(readSafetensors(file).tensors).toMatchObject({ count: { dtype: 'I32' }, mask: { dtype: 'BOOL' } });
  model.count.assign(tf.tensor1d([0, 0], 'int32'));
  model.mask.assign(tf.tensor1d([false, false], 'bool'));
  loadWeights(model, file);
  expect(weightsOf(model)).toEqual([1, -2, 1, 0]);
});

test('a tied parameter is stored once', () => {
  const weight = param(tf.ones([2]));
  saveWeights({ embedding: { weight }, head: { weight } }, file);
  expect(Object.keys(readSafetensors(file).tensors)).toEqual(['embedding.weight']);
});

test.each([
  [[3, 5, 2], 'layers.0.weight: expected F32 [3, 5], got F32 [3, 4]'],
  [[3, 4], 'layers.1.weight, which is unknown here'],
  [[3, 4, 2, 2], 'has no layers.2.weight [2, 2]'],
])('layers %j: refused by name, and the model is as it was', (layers, message) => {
  saveWeights(new Mlp(config, new Rng(1)), file);
  const other = new Mlp({ ...config, layers }, new Rng(2));
  const before = weightsOf(other);
  expect(() => loadWeights(other, file)).toThrow(message);
  expect(weightsOf(other)).toEqual(before);
});

test('a file altered by a single bit is refused; one of another program, without a SHA-256, is taken', () => {
  const model = new Mlp(config, new Rng(1));
  saveWeights(model, file);
  const { tensors } = readSafetensors(file);
  const altered = readFileSync(file);
  altered[altered.length - 1] ^= 1;
  writeFileSync(file, altered);
  expect(() => loadWeights(model, file)).toThrow(`loadWeights: ${file} was altered after it was written`);
  writeSafetensors(file, { tensors, metadata: {} });
  loadWeights(model, file);
});

test('a number type that differs is refused', () => {
  saveWeights({ a: param(tf.tensor1d([1], 'int32')) }, file);
  expect(() => loadWeights({ a: param(tf.tensor1d([1])) }, file)).toThrow('a: expected F32 [1], got I32 [1]');
});

test('saving and loading leave no tensors behind', () => {
  const model = new Mlp(config, new Rng(1));
  const guard = new LeakGuard('weights');
  guard.watch(() => saveWeights(model, file));
  guard.watch(() => loadWeights(model, file));
});
