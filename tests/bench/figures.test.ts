import { greatestDifference } from '../../bench/greatest-difference';
import { flops } from '../../bench/products/flops';
import { gptProducts } from '../../bench/products/gpt';
import { languageModelProducts } from '../../bench/products/language-model';
import { mlpProducts } from '../../bench/products/mlp';
import { seq2seqProducts } from '../../bench/products/seq2seq';
import { quantile } from '../../bench/quantile';
import { shareOfPeak } from '../../bench/share-of-peak';
import { timing } from '../../bench/timing';
import { verdict } from '../../bench/verdict';
import { sampleResults, sampleTiming } from './sample-results';

test('quantile() lies between neighbours in proportion and sorts by size, not by spelling', () => {
  expect(quantile([10, 9, 100], 0.5)).toBe(10);
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3, 4, 5], 0.25)).toBe(2);
  expect(quantile([7], 0.75)).toBe(7);
  expect(() => quantile([], 0.5)).toThrow('expected at least one value');
});

test('greatestDifference() is relative, finds the worst step and refuses what is no number', () => {
  expect(greatestDifference([2, 4], [2, 5])).toBeCloseTo(0.2, 12);
  expect(() => greatestDifference([1, Number.NaN], [1, 1])).toThrow('step 2: expected finite losses');
  expect(() => greatestDifference([1], [1, 1])).toThrow('two curves of one length, got 1 and 2');
});

test('flops() of an MLP: two products for each weight, and none for the gradient of the images', () => {
  const forward = 2 * 64 * (784 * 128 + 128 * 10);
  expect(flops(mlpProducts([784, 128, 10], 64))).toBe(3 * forward - 2 * 64 * 784 * 128);
});

test('flops() of a GPT are six for each token and weight, and twelve for each place of attention', () => {
  const [layers, heads, channels, context, batch, vocabulary] = [4, 4, 128, 64, 12, 65];
  const weights = layers * 12 * channels ** 2 + vocabulary * channels;
  const attention = layers * 12 * channels * context;
  expect(flops(gptProducts({ layers, heads, channels, context, batch, vocabulary }))).toBe(
    batch * context * (6 * weights + attention),
  );
});

test('timing() takes medians over all calls and by round, and compiling as what the first steps took longer', () => {
  const rounds = [
    [1, 2, 3],
    [2, 3, 10],
  ];
  const run = { losses: [3, 2], firstSeconds: 1.505, rounds };
  expect(timing(run, [3, 2.5])).toEqual({
    ...{ median: 2.5, quartiles: [2, 3], rounds: [2, 3], calls: 6, compileSeconds: 1.5, difference: 0.2 },
  });
  expect(timing({ ...run, firstSeconds: 0 })).not.toHaveProperty('difference');
  expect(timing({ ...run, firstSeconds: 0 }).compileSeconds).toBe(0);
});

test('verdict() sets our compiled step beside the best of torch, and leaves out what does other work', () => {
  const [row] = sampleResults.rows;
  expect(verdict(row)).toMatchObject({ ratio: 0.5, spread: [0.5, 0.5], bestLabel: 'torch eager' });
  const { difference: _, ...other } = sampleTiming(0.01);
  expect(verdict({ ...row, times: { ...row.times, 'torch of another kind': other } }).ratio).toBe(0.5);
  const { 'torch eager': __, 'torch.compile': ___, ...alone } = row.times;
  expect(verdict({ ...row, times: alone }).ratio).toBeUndefined();
});

test('shareOfPeak() of a step', () => {
  expect(shareOfPeak(1e9, 10, 200e9)).toBeCloseTo(0.5, 12);
});

test('flops() of a recurrent language model are six for each token and weight, the biases and the table left out', () => {
  const size = { vocabulary: 65, channels: 64, hidden: 256, context: 64, batch: 32 };
  const weights = (gates: number) => gates * 256 * (64 + 256) + 256 * 65;
  for (const gates of [3, 4])
    expect(flops(languageModelProducts(gates, size))).toBe(6 * 32 * 64 * weights(gates));
});

test('flops() of an encoder–decoder are six for each weight where it is used, and for each look at a word', () => {
  const [S, T, C, H, batch, V] = [20, 15, 8, 16, 4, 50];
  const encoder = 2 * S * 3 * H * (C + H) + H * H;
  const decoder = T * (3 * H * (C + 2 * H + H) + V * (3 * H + C));
  const attention = S * 2 * H * H + T * H * H + T * S * (H + 2 * H);
  const size = { sourceVocabulary: 40, targetVocabulary: V, sourceLength: S, targetLength: T };
  expect(flops(seq2seqProducts({ ...size, channels: C, hidden: H, batch }))).toBe(
    6 * batch * (encoder + decoder + attention),
  );
});
