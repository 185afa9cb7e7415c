import * as tf from '@tensorflow/tfjs';
import { CrossAttention, dispose, normal, paddingMask, Rng } from 'lineage';
import { expectNoLeak } from '../../leaks';

const draw = (seed: number, ...shape: [number, number, number]) =>
  normal<tf.Rank.R3>(shape, 1, new Rng(seed));

test('every token gets a mean of what the memory offers', () => {
  const attention = new CrossAttention(6, 2, new Rng(0));
  tf.tidy(() => {
    const { output, weights } = attention.attend(draw(1, 2, 3, 6), draw(2, 2, 5, 6));
    expect(output.shape).toEqual([2, 3, 6]);
    expect(weights.shape).toEqual([2, 2, 3, 5]);
    for (const sum of weights.sum(-1).dataSync()) expect(sum).toBeCloseTo(1, 5);
  });
  dispose(attention);
});

test('a memory projected once serves as well', () => {
  const attention = new CrossAttention(6, 2, new Rng(0));
  tf.tidy(() => {
    const [x, memory] = [draw(1, 2, 3, 6), draw(2, 2, 5, 6)];
    const once = attention.attend(x, attention.project(memory)).output.dataSync();
    expect(once).toEqual(attention.attend(x, memory).output.dataSync());
  });
  dispose(attention);
});

test('padding of the memory changes nothing', () => {
  const attention = new CrossAttention(6, 2, new Rng(0));
  tf.tidy(() => {
    const [x, memory] = [draw(1, 1, 3, 6), draw(2, 1, 5, 6)];
    const mask = paddingMask(tf.tensor2d([[1, 1, 1, 0, 0]]));
    const masked = attention.attend(x, memory, { mask }).output.dataSync();
    const short = attention.attend(x, memory.slice([0, 0, 0], [1, 3, 6])).output.dataSync();
    for (const [index, value] of masked.entries()) expect(value).toBeCloseTo(short[index], 5);
  });
  dispose(attention);
});

test('refuses what does not fit, by name', () => {
  expect(() => new CrossAttention(6, 4, new Rng(0))).toThrow(
    'CrossAttention: expected heads that divide the 6 channels evenly, got 4',
  );
  const attention = new CrossAttention(6, 2, new Rng(0));
  tf.tidy(() => {
    expect(() => attention.attend(draw(1, 2, 3, 5), draw(2, 2, 5, 6))).toThrow(
      'CrossAttention(6, 2 heads): expected [batch, time, 6], got [2, 3, 5]',
    );
    expect(() => attention.attend(draw(1, 2, 3, 6), draw(2, 2, 5, 4))).toThrow(
      'CrossAttention(6, 2 heads), memory: expected [batch, memoryTime, 6], got [2, 5, 4]',
    );
  });
  dispose(attention);
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const attention = new CrossAttention(4, 2, new Rng(0), { dropout: 0.5 });
    const [x, memory] = [draw(1, 2, 3, 4), draw(2, 2, 5, 4)];
    const options = { rng: new Rng(1) };
    const { value, grads } = tf.variableGrads(() =>
      attention.attend(x, memory, options).output.square().sum(),
    );
    tf.dispose([x, memory, value, grads]);
    dispose(attention);
  });
});
