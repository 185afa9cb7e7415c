import * as tf from '@tensorflow/tfjs';
import { Linear, Mlp, Rng, watchLayers } from 'lineage';

test('sees every layer’s output, inner layers first, until it is ended', () => {
  const model = new Mlp({ layers: [2, 3, 1], activation: 'relu' }, new Rng(0));
  const seen: unknown[] = [];
  const end = watchLayers(model, (path, layer, output) =>
    seen.push([path, layer.constructor.name, (output as tf.Tensor).shape]),
  );
  tf.tidy(() => model.forward(tf.ones([4, 2])));
  end();
  tf.tidy(() => model.forward(tf.ones([4, 2])));
  expect(seen).toEqual([
    ['layers.0', 'Linear', [4, 3]],
    ['layers.1', 'Linear', [4, 1]],
    ['', 'Mlp', [4, 1]],
  ]);
});

test('leaves the layers as they were, also a forward of their own', () => {
  const forward = (x: tf.Tensor) => x.clone();
  const model = { inner: new Linear(2, 2, new Rng(0)), forward };
  const end = watchLayers(model, () => {});
  expect(model.forward).not.toBe(forward);
  end();
  expect(model.forward).toBe(forward);
  expect(Object.keys(model.inner)).not.toContain('forward');
});
