import * as tf from '@tensorflow/tfjs';
import { dispose, FeedForward, normal, parameters, Rng, TransformerBlock } from 'lineage';
import { expectNoLeak } from '../../leaks';
import { expectGradient } from './finite-differences';

const draw = (seed: number, ...shape: [number, number, number]) =>
  normal<tf.Rank.R3>(shape, 1, new Rng(seed));

test('is x + attention(norm(x)), then plus the feed-forward part of its norm', () => {
  const block = new TransformerBlock(4, 2, new Rng(0));
  tf.tidy(() => {
    const x = draw(1, 2, 3, 4);
    const attended = x.add<tf.Tensor3D>(block.attention.forward(block.norm1.forward(x)));
    const y = attended.add(block.feedForward.forward(block.norm2.forward(attended)));
    expect([...block.forward(x).dataSync()]).toEqual([...y.dataSync()]);
  });
  dispose(block);
});

test('the hidden layer is four times as wide; without biases only weights remain', () => {
  const block = new TransformerBlock(4, 2, new Rng(0), { bias: false });
  expect(Object.entries(parameters(block)).map(([path, { shape }]) => [path, shape])).toEqual([
    ['norm1.weight', [4]],
    ['attention.qkv.weight', [4, 12]],
    ['attention.out.weight', [4, 4]],
    ['norm2.weight', [4]],
    ['feedForward.expand.weight', [4, 16]],
    ['feedForward.contract.weight', [16, 4]],
  ]);
  dispose(block);
});

test('has the gradient of its finite differences', () => {
  const block = new TransformerBlock(4, 2, new Rng(0), { activation: 'geluTanh' });
  const values = [0.3, -0.7, 1.2, 0.4, -0.2, 0.9, 0.1, 0.8];
  expectGradient(
    (x) =>
      block
        .forward(x as tf.Tensor3D)
        .square()
        .sum(),
    values,
    [1, 2, 4],
  );
  dispose(block);
});

test('the feed-forward part treats every token alike, and its dropout acts only with an Rng', () => {
  const layer = new FeedForward(4, 8, new Rng(0), { activation: 'relu', dropout: 0.5 });
  tf.tidy(() => {
    const x = draw(1, 1, 3, 4);
    const turned = layer.forward(x.reverse(1)).reverse(1);
    expect([...turned.dataSync()]).toEqual([...layer.forward(x).dataSync()]);
    const dropped = layer.forward(tf.ones([50, 4]), new Rng(0)).dataSync();
    const zeros = dropped.filter((value) => value === 0).length;
    expect(zeros / dropped.length).toBeGreaterThan(0.35);
    expect(zeros / dropped.length).toBeLessThan(0.65);
  });
  dispose(layer);
});

test('refuses a dropout of 1', () => {
  expect(() => new FeedForward(4, 8, new Rng(0), { dropout: 1 })).toThrow(
    'FeedForward: expected a dropout of at least 0 and below 1, got 1',
  );
  expect(() => new TransformerBlock(4, 2, new Rng(0), { dropout: 1 })).toThrow(
    'SelfAttention: expected a dropout of at least 0 and below 1, got 1',
  );
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const block = new TransformerBlock(4, 2, new Rng(0), { dropout: 0.1 });
    const x = draw(1, 2, 3, 4);
    block.forward(x, new Rng(1)).dispose();
    const { value, grads } = tf.variableGrads(() => block.forward(x).square().sum());
    tf.dispose([x, value, grads]);
    dispose(block);
  });
});
