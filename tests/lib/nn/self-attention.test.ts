import * as tf from '@tensorflow/tfjs';
import { dispose, normal, paddingMask, parameters, Rng, SelfAttention } from 'lineage';
import { expectNoLeak } from '../../leaks';
import { expectGradient } from './finite-differences';

const draw = (seed: number, ...shape: [number, number, number]) =>
  normal<tf.Rank.R3>(shape, 1, new Rng(seed));

let attention: SelfAttention;
beforeAll(() => {
  attention = new SelfAttention(6, 3, new Rng(0), { dropout: 0.5, causal: true });
});
afterAll(() => dispose(attention));

test('one product makes queries, keys and values; another mixes the heads', () => {
  const shapes = Object.entries(parameters(attention)).map(([path, { shape }]) => [path, shape]);
  expect(shapes).toEqual([
    ['qkv.weight', [6, 18]],
    ['qkv.bias', [18]],
    ['out.weight', [6, 6]],
    ['out.bias', [6]],
  ]);
  const bare = new SelfAttention(6, 3, new Rng(0), { bias: false });
  expect(Object.keys(parameters(bare))).toEqual(['qkv.weight', 'out.weight']);
  dispose(bare);
});

test('causal, sees the past and itself, not the future', () => {
  tf.tidy(() => {
    const x = draw(1, 1, 5, 6);
    const changed = x.add<tf.Tensor3D>(
      tf
        .oneHot(tf.tensor1d([3], 'int32'), 5)
        .reshape([1, 5, 1])
        .cast('float32'),
    );
    const [before, after] = [x, changed].map((input) => attention.forward(input).arraySync()[0]);
    expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
    expect(after[3]).not.toEqual(before[3]);
    expect(after[4]).not.toEqual(before[4]);
  });
});

test('shows where each token looked: nowhere ahead, and every row sums to 1', () => {
  tf.tidy(() => {
    const { output, weights } = attention.attend(draw(1, 2, 4, 6));
    expect(weights.shape).toEqual([2, 3, 4, 4]);
    expect([...output.dataSync()]).toEqual([...attention.forward(draw(1, 2, 4, 6)).dataSync()]);
    for (const sum of weights.sum(-1).dataSync()) expect(sum).toBeCloseTo(1, 5);
    expect(
      tf.linalg
        .bandPart(weights, 0, -1)
        .sub(tf.linalg.bandPart(weights, 0, 0))
        .abs()
        .max()
        .dataSync()[0],
    ).toBe(0);
  });
});

test('not causal, sees all tokens but those that a mask hides', () => {
  const open = new SelfAttention(6, 3, new Rng(0));
  tf.tidy(() => {
    const x = draw(1, 1, 4, 6);
    const mask = paddingMask(tf.tensor2d([[1, 1, 1, 0]]));
    const { output, weights } = open.attend(x, { mask });
    expect(open.attend(x).weights.min().dataSync()[0]).toBeGreaterThan(0);
    expect([...weights.slice([0, 0, 0, 3]).dataSync()]).toEqual(Array(12).fill(0));
    // As if the hidden token weren't there.
    const short = open.forward(x.slice([0, 0, 0], [1, 3, 6])).dataSync();
    const kept = output.slice([0, 0, 0], [1, 3, 6]).dataSync();
    for (const [index, value] of kept.entries()) expect(value).toBeCloseTo(short[index], 5);
  });
  dispose(open);
});

test('mixes the same in whatever order the tokens come', () => {
  const open = new SelfAttention(6, 3, new Rng(0));
  tf.tidy(() => {
    const x = draw(1, 1, 4, 6);
    const order = tf.tensor1d([2, 0, 3, 1], 'int32');
    const shuffledBefore = open.forward(tf.gather(x, order, 1)).dataSync();
    const shuffledAfter = tf.gather(open.forward(x), order, 1).dataSync();
    for (const [index, value] of shuffledBefore.entries()) expect(value).toBeCloseTo(shuffledAfter[index], 5);
  });
  dispose(open);
});

test('has the gradient of its finite differences', () => {
  const values = [0.3, -0.7, 1.2, 0.4, -0.2, 0.9, 0.1, 0.8, -1.1, 0.5, -0.4, 0.2];
  expectGradient(
    (x) =>
      attention
        .forward(x as tf.Tensor3D)
        .square()
        .sum(),
    values,
    [1, 2, 6],
  );
});

test('dropout acts only with an Rng, and the same stream drops the same', () => {
  tf.tidy(() => {
    const x = draw(1, 2, 4, 6);
    const run = (rng?: Rng) => [...attention.forward(x, rng).dataSync()];
    expect(run()).toEqual(run());
    expect(run(new Rng(1))).toEqual(run(new Rng(1)));
    expect(run(new Rng(1))).not.toEqual(run());
    expect(run(new Rng(1))).not.toEqual(run(new Rng(2)));
  });
});

test('refuses heads that do not divide the channels, and inputs of another shape', () => {
  expect(() => new SelfAttention(6, 4, new Rng(0))).toThrow(
    'SelfAttention: expected heads that divide the 6 channels evenly, got 4',
  );
  tf.tidy(() => {
    expect(() => attention.forward(draw(1, 2, 4, 5))).toThrow(
      'SelfAttention(6, 3 heads): expected [batch, time, 6], got [2, 4, 5]',
    );
  });
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const layer = new SelfAttention(4, 2, new Rng(0), { dropout: 0.1 });
    const x = draw(1, 2, 3, 4);
    layer.forward(x, new Rng(1)).dispose();
    tf.dispose(layer.attend(x));
    const { value, grads } = tf.variableGrads(() => layer.forward(x).square().sum());
    tf.dispose([x, value, grads]);
    dispose(layer);
  });
});
