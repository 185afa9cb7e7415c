import { Rng, trainWord2Vec, Word2Vec, type Word2VecOptions, type Word2VecProgress } from 'lineage';
import { analogyAccuracy, cosine, madeSentences, vocabularySize } from './made-analogies';

const sentences = madeSentences(12_000, new Rng(1));
const options: Word2VecOptions = { epochs: 3, window: 8, rng: new Rng(3) };
const start = () => new Word2Vec({ vocabularySize, vectorSize: 32 }, new Rng(2));

async function run(model: Word2Vec, more: Partial<Word2VecOptions> = {}, corpus = sentences) {
  const history: Word2VecProgress[] = [];
  for await (const progress of trainWord2Vec(model, corpus, { ...options, ...more })) history.push(progress);
  return history;
}

test.each(['skip-gram', 'cbow'] as const)(
  '%s: the loss falls, and analogies come out',
  async (architecture) => {
    const model = start();
    const history = await run(model, { architecture });
    const [first, last] = [history[0], history[history.length - 1]];
    expect(first.loss).toBeGreaterThan(0.9 * 6 * Math.log(2));
    expect(last.loss).toBeLessThan(0.75 * first.loss);
    expect(analogyAccuracy(start(), 200)).toBeLessThan(0.1);
    expect(analogyAccuracy(model, 200)).toBeGreaterThan(0.95);
    // Words 0, 1, 2 are one identity in three roles, 3 is another identity.
    expect(cosine(model, 0, 1)).toBeGreaterThan(cosine(model, 3, 1));
  },
);

test('progress tells where the run is', async () => {
  const epochs = 2;
  const history = await run(start(), { epochs, learningRate: 0.05 });
  const steps = history[0].steps;
  expect(history.map(({ step }) => step)).toEqual(Array.from({ length: steps }, (_, index) => index + 1));
  expect(history.map(({ epoch }) => epoch)).toEqual(
    history.map(({ step }) => Math.ceil((step * epochs) / steps)),
  );
  const rates = history.map(({ learningRate }) => learningRate);
  expect(rates[0]).toBeLessThanOrEqual(0.05);
  expect(rates[steps / 2]).toBeCloseTo(0.025, 3);
  expect(rates[steps - 1]).toBeLessThan(0.001);
  expect([...rates].sort((a, b) => b - a)).toEqual(rates);
  expect(history[steps - 1].secondsLeft).toBe(0);
  expect(history.every(({ examplesPerSecond }) => examplesPerSecond > 0)).toBe(true);
});

test('the seed decides everything', async () => {
  const [first, second, other] = [start(), start(), start()];
  const losses = async (model: Word2Vec, more = {}) =>
    (await run(model, { epochs: 1, ...more })).map(({ loss }) => loss);
  expect(await losses(first)).toEqual(await losses(second));
  expect(first.input.values()).toEqual(second.input.values());
  await losses(other, { rng: new Rng(4) });
  expect(other.input.values()).not.toEqual(first.input.values());
});

test('left early and gone on with, a run ends as if never left', async () => {
  const [whole, parts] = [start(), start()];
  const all = await run(whole, { epochs: 2 });
  const losses: number[] = [];
  for await (const { step, loss } of trainWord2Vec(parts, sentences, { ...options, epochs: 2 })) {
    losses.push(loss);
    if (step === 30) break;
  }
  const rest = await run(parts, { epochs: 2, after: 30 });
  expect([...losses, ...rest.map(({ loss }) => loss)]).toEqual(all.map(({ loss }) => loss));
  expect(parts.input.values()).toEqual(whole.input.values());
  expect(await run(parts, { epochs: 2, after: all.length })).toEqual([]);
});

test('a stop from a timer reaches a loop that never waits, and leaves history and usable vectors', async () => {
  class KeyboardInterrupt extends Error {}
  const model = start();
  const stop = new AbortController();
  setTimeout(() => stop.abort(new KeyboardInterrupt('stopped by the reader')), 300);
  const history: Word2VecProgress[] = [];
  const begun = performance.now();
  const forever = async () => {
    const endless = { ...options, epochs: 10_000, signal: stop.signal };
    for await (const progress of trainWord2Vec(model, sentences, endless)) history.push(progress);
  };
  await expect(forever()).rejects.toThrow(KeyboardInterrupt);
  expect(performance.now() - begun).toBeLessThan(2000);
  expect(history.length).toBeGreaterThan(0);
  expect(model.input.values().every(Number.isFinite)).toBe(true);
  expect(model.input.values()).not.toEqual(start().input.values());
  expect(await run(model, { epochs: 1 })).not.toHaveLength(0);
});

test('what is held out is measured every so many steps and at the end', async () => {
  const model = start();
  const heldOut = { every: 20, measure: async () => ({ analogies: analogyAccuracy(model, 20) }) };
  const history = await run(model, { epochs: 1, heldOut });
  const measured = history.filter((progress) => progress.heldOut).map(({ step }) => step);
  const { steps } = history[0];
  expect(measured).toEqual(
    [...new Set([20, 40, 60, 80, 100, steps])].filter((step) => step <= steps).sort((a, b) => a - b),
  );
});

test('where nearly every word is dropped, nothing is learned, and it says so', async () => {
  await expect(run(start(), { epochs: 1, subsample: 1e-12 })).rejects.toThrow(
    'trainWord2Vec: expected some pairs of words, got none: with subsample 1e-12 nearly every word is dropped',
  );
});

test('a text on one line is cut into sentences of 1,000 words', async () => {
  const line = Int32Array.from({ length: 50_000 }, (_, index) => index % 7);
  const model = new Word2Vec({ vocabularySize: 7, vectorSize: 4 }, new Rng(0));
  const history = await run(model, { epochs: 1, subsample: Infinity }, [line]);
  expect(history).toHaveLength(50);
});

test('a rate that is far too large is told of', async () => {
  await expect(run(start(), { learningRate: 1e4 })).rejects.toThrow(/step \d+: expected a finite loss, got/);
});

test.each([
  ['an empty corpus', [], {}, 'expected a sentence of two words or more, got 0 sentences of at most 0'],
  ['one word', [[1]], {}, 'expected a sentence of two words or more, got 1 sentences of at most 1'],
  ['one word again and again', [[1, 1, 1]], {}, 'expected at least two different words, got 1'],
  [
    'an unknown word',
    [[0, 1, 900]],
    {},
    `word 900 (number 2 of sentence 0) is outside the vocabulary of ${vocabularySize}`,
  ],
  ['a fraction', [[0, 0.5]], {}, 'word 0.5 (number 1 of sentence 0)'],
  ['no window', [[0, 1]], { window: 0 }, 'words to each side of the window of at least 1, got 0'],
  ['less than no noise', [[0, 1]], { negatives: -1 }, 'noise words of at least 0, got -1'],
  ['too much noise', [[0, 1]], { negatives: 257 }, 'expected at most 256 noise words, got 257'],
  ['no epoch', [[0, 1]], { epochs: 0 }, 'epochs of at least 1, got 0'],
  ['no rate', [[0, 1]], { learningRate: 0 }, 'expected a learning rate above 0, got 0'],
  ['no threshold', [[0, 1]], { subsample: 0 }, 'expected a threshold above 0, got 0'],
  [
    'another architecture',
    [[0, 1]],
    { architecture: 'glove' as never },
    "expected 'skip-gram' or 'cbow', got glove",
  ],
  ['more steps than there are', [[0, 1]], { after: 99 }, 'expected at most the run’s'],
])('%s is refused at once', (_, corpus, more, message) => {
  expect(() => trainWord2Vec(start(), corpus, { ...options, ...more })).toThrow(message);
});
