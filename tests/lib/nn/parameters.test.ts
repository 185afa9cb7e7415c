import * as tf from '@tensorflow/tfjs';
import { dispose, LayerNorm, Linear, param, parameters, Rng } from 'lineage';
import { expectNoLeak } from '../../leaks';

class Net {
  readonly layers = [new Linear(2, 3, new Rng(0)), new Linear(3, 1, new Rng(1))];
  readonly norm = new LayerNorm(3);
  readonly table = new Float32Array(2);
  readonly sizes = { hidden: 3, name: 'net' };
  readonly #mask = param(tf.ones([3]));

  free(): void {
    this.#mask.dispose();
    dispose(this);
  }
}

test('parameters walks the public fields and names the variables by their path', () => {
  const net = new Net();
  expect(Object.entries(parameters(net)).map(([path, { shape }]) => [path, shape])).toEqual([
    ['layers.0.weight', [2, 3]],
    ['layers.0.bias', [3]],
    ['layers.1.weight', [3, 1]],
    ['layers.1.bias', [1]],
    ['norm.weight', [3]],
    ['norm.bias', [3]],
  ]);
  net.free();
});

test('a tied variable appears once, under its first path', () => {
  const weight = param(tf.zeros([2]));
  const model = { embedding: { weight }, head: { weight } };
  expect(parameters(model)).toEqual({ 'embedding.weight': weight });
  dispose(model);
});

test('a model that refers to itself is walked once', () => {
  const model: Record<string, unknown> = { weight: param(tf.zeros([1])) };
  model.parent = model;
  expect(Object.keys(parameters(model))).toEqual(['weight']);
  dispose(model);
});

test('param uses its initial tensor up; dispose frees every variable', () => {
  expectNoLeak(() => new Net().free());
  const initial = tf.ones([2]);
  const variable = param(initial);
  expect(initial.isDisposed).toBe(true);
  dispose({ variable });
  expect(variable.isDisposed).toBe(true);
});
