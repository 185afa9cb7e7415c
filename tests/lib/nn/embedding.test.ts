import * as tf from '@tensorflow/tfjs';
import { dispose, Embedding, Rng } from 'lineage';
import { expectNoLeak } from '../../leaks';

let embedding: Embedding;
beforeAll(() => {
  embedding = new Embedding(65, 4, new Rng(0));
});
afterAll(() => dispose(embedding));

test('Embedding looks up the row of every id', () => {
  tf.tidy(() => {
    const y = embedding.forward(tf.tensor2d([[0, 64, 7]], [1, 3], 'int32'));
    expect(y.shape).toEqual([1, 3, 4]);
    const rows = [0, 64, 7].map((id) => Array.from(embedding.weight.dataSync().slice(id * 4, id * 4 + 4)));
    expect(y.arraySync()).toEqual([rows]);
  });
});

test('the gradient of a repeated id adds up, that of an absent one is 0', () => {
  tf.tidy(() => {
    const ids = tf.tensor1d([3, 3, 1], 'int32');
    const { grads } = tf.variableGrads(() => embedding.forward(ids).sum(), [embedding.weight]);
    const counts = grads[embedding.weight.name].sum(1).dataSync();
    expect(Array.from(counts.slice(0, 5))).toEqual([0, 4, 0, 8, 0]);
  });
});

test.each([70, 65, -1])('Embedding refuses token %i and names the vocabulary', (id) => {
  tf.tidy(() =>
    expect(() => embedding.forward(tf.tensor1d([3, id], 'int32'))).toThrow(
      `Embedding: token ${id} is outside the vocabulary of 65 (0–64). Was the text encoded with another vocabulary?`,
    ),
  );
});

test('Embedding refuses a token outside also while a gradient is recorded', () => {
  tf.tidy(() =>
    expect(() =>
      tf.variableGrads(() => embedding.forward(tf.tensor1d([65], 'int32')).sum(), [embedding.weight]),
    ).toThrow('token 65 is outside'),
  );
});

test('Embedding refuses ids that are no integers, and an empty batch', () => {
  tf.tidy(() => {
    expect(() => embedding.forward(tf.tensor1d([1.5]))).toThrow(
      'Embedding(65 × 4): expected int32 token ids, got float32',
    );
    expect(() => embedding.forward(tf.zeros([0, 3], 'int32'))).toThrow(
      'Embedding(65 × 4): expected [...] with at least one example, got [0, 3]',
    );
  });
});

test('Embedding starts with the deviation that is asked for', () => {
  const wide = new Embedding(200, 50, new Rng(0), { deviation: 0.02 });
  const spread = tf.tidy(() => tf.moments(wide.weight).variance.sqrt().dataSync()[0]);
  expect(Math.abs(spread / 0.02 - 1)).toBeLessThan(0.05);
  dispose(wide);
  expect(() => new Embedding(2, 2, new Rng(0), { deviation: -1 })).toThrow(
    'Embedding: expected a deviation of at least 0, got -1',
  );
});

test('Embedding leaks nothing', () => {
  expectNoLeak(() => {
    const embedding = new Embedding(5, 2, new Rng(0));
    const ids = tf.tensor1d([1, 2, 1], 'int32');
    embedding.forward(ids).dispose();
    const { value, grads } = tf.variableGrads(
      () => embedding.forward(ids).square().sum(),
      [embedding.weight],
    );
    tf.dispose([ids, value, grads]);
    dispose(embedding);
  });
});
