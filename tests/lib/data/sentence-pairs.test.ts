import * as tf from '@tensorflow/tfjs';
import {
  Adam,
  crossEntropy,
  dispose,
  GruEncoderDecoder,
  madeTranslations,
  padding,
  Rng,
  SentencePairs,
  train,
} from 'lineage';
import { codersOf } from './coders-of';

const { pairs } = madeTranslations({ seed: 1, size: 200 });
const coders = codersOf(pairs);
const buckets = [8, 14];
const whole = new SentencePairs(pairs, coders);
const cut = new SentencePairs(pairs, coders, { buckets });
const wordsOf = (index: number) => coders.target.encode(pairs[index].target).length;

test('a batch is as long as the shortest bucket that holds its targets', () => {
  expect(cut.targetLength).toBe(whole.targetLength);
  expect([whole.isFixed, cut.isFixed]).toEqual([true, false]);
  for (const index of pairs.keys()) {
    const { x, y } = cut.take([index]);
    const wanted = [...buckets, whole.targetLength].find((length) => wordsOf(index) + 1 <= length)!;
    expect(y.shape).toEqual([1, wanted]);
    expect(x.shape).toEqual([1, whole.sourceLength + wanted]);
    tf.dispose([x, y]);
  }
  // Buckets beyond the longest are none.
  const useless = new SentencePairs(pairs, coders, { buckets: [500] });
  expect(useless.isFixed).toBe(true);
});

test('the loss of a batch is the same, only its padding is gone', () => {
  const short = [...pairs.keys()].filter((index) => wordsOf(index) < 8).slice(0, 6);
  const model = new GruEncoderDecoder(
    {
      sourceVocabulary: coders.source.vocabulary.size,
      targetVocabulary: coders.target.vocabulary.size,
      sourceLength: whole.sourceLength,
      channels: 8,
      hidden: 12,
    },
    new Rng(2),
  );
  const [a, b] = [whole, cut].map((data) =>
    tf.tidy(() => {
      const { x, y } = data.take(short);
      return [y.shape[1], crossEntropy(model.forward(x), y, { ignore: padding }).dataSync()[0]];
    }),
  ) as number[][];
  expect([a[0], b[0]]).toEqual([whole.targetLength, 8]);
  expect(b[1]).toBeCloseTo(a[1], 5);
  dispose(model);
});

test('training fills a batch from one bucket, and computes much less padding', async () => {
  const shares = [whole, cut].map(async (data) => {
    const widths: number[] = [];
    const watched = {
      size: data.size,
      bucketOf: data.bucketOf,
      take(indices: ArrayLike<number>) {
        const batch = data.take(indices);
        widths.push(batch.y.shape[1] * indices.length);
        return batch;
      },
    };
    const model = new GruEncoderDecoder(
      {
        sourceVocabulary: coders.source.vocabulary.size,
        targetVocabulary: coders.target.vocabulary.size,
        sourceLength: data.sourceLength,
        channels: 4,
        hidden: 4,
      },
      new Rng(3),
    );
    const optimizer = new Adam(model, { learningRate: 1e-3 });
    const loss = (logits: tf.Tensor, y: tf.Tensor) => crossEntropy(logits, y, { ignore: padding });
    const run = train(model, optimizer, watched, {
      batchSize: 16,
      epochs: 1,
      rng: new Rng(4),
      loss,
      eager: true,
    });
    for await (const { loss } of run) expect(loss).toBeGreaterThan(0);
    optimizer.dispose();
    dispose(model);
    const tokens = [...pairs.keys()].reduce((sum, index) => sum + wordsOf(index) + 1, 0);
    return tokens / widths.reduce((sum, width) => sum + width, 0);
  });
  const [plain, bucketed] = await Promise.all(shares);
  expect(plain).toBeLessThan(0.6);
  expect(bucketed).toBeGreaterThan(0.75);
});

test.each([[[8, 8]], [[8, 4]], [[0, 4]], [[2.5]], [[Number.NaN]]])('refuses buckets %j', (wrong) => {
  expect(() => new SentencePairs(pairs, coders, { buckets: wrong })).toThrow(
    `SentencePairs: expected buckets of growing whole lengths, got ${wrong.join(', ')}`,
  );
});
