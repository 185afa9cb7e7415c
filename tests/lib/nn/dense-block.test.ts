import * as tf from '@tensorflow/tfjs';
import { DenseBlock, dispose, type NormKind, normal, Rng } from 'lineage';
import { expectNoLeak } from '../../leaks';
import { expectGradient } from './finite-differences';

test.each<NormKind | undefined>([undefined, 'layer', 'rms'])(
  'is norm (%s), affine map, activation',
  (norm) => {
    const block = new DenseBlock(3, 4, new Rng(1), { norm });
    tf.tidy(() => {
      const x = normal<tf.Rank.R2>([5, 3], 2, new Rng(2));
      const even = block.norm ? block.norm.forward(x) : x;
      const y = even.matMul(block.linear.weight).add(block.linear.bias!).relu();
      expect(Array.from(block.forward(x).dataSync())).toEqual(Array.from(y.dataSync()));
      expect(block.forward(tf.ones([2, 6, 3])).shape).toEqual([2, 6, 4]);
    });
    expect(block.norm?.constructor.name).toBe(
      { layer: 'LayerNorm', rms: 'RMSNorm', none: undefined }[norm ?? 'none'],
    );
    dispose(block);
  },
);

test('starts with He’s spread, which fits its ReLU, and takes another', () => {
  const spread = (block: DenseBlock) =>
    tf.tidy(() => tf.moments(block.linear.weight).variance.dataSync()[0] * block.linear.inSize);
  const [he, lecun] = [undefined, 'lecun' as const].map(
    (init) => new DenseBlock(300, 200, new Rng(2), { init }),
  );
  expect(spread(he)).toBeCloseTo(2, 1);
  expect(spread(lecun)).toBeCloseTo(1, 1);
  dispose([he, lecun]);
});

test('has the gradient of its finite differences', () => {
  const block = new DenseBlock(3, 2, new Rng(4), { activation: 'sigmoid', norm: 'layer' });
  expectGradient((x) => block.forward(x).square().sum(), [1, -2, 3, 0.5, 0.2, -1], [2, 3]);
  dispose(block);
});

test('refuses an unknown norm, start and shape by name', () => {
  const make = (options: object) => new DenseBlock(3, 2, new Rng(0), options);
  expect(() => make({ norm: 'batch' })).toThrow('norm: expected one of layer, rms, got "batch"');
  expect(() => make({ norm: 'toString' })).toThrow('norm: expected one of layer, rms, got "toString"');
  expect(() => make({ init: 'glorot' })).toThrow('init: expected one of lecun, xavier, xavierUniform,');
  const block = make({});
  const x = tf.ones([8, 4]);
  expect(() => block.forward(x)).toThrow('Linear(3 → 2): expected [..., 3], got [8, 4]');
  x.dispose();
  dispose(block);
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const block = new DenseBlock(3, 2, new Rng(0), { norm: 'rms' });
    const x = tf.ones([2, 3]);
    block.forward(x).dispose();
    x.dispose();
    dispose(block);
  });
});
