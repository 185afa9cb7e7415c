import { expectSize } from '../../expect/expect-size';
import { finish } from '../../finish';
import type { TrainingProgress } from '../../train';
import { Pace } from '../../train/pace';
import { type CorpusStep, corpusSteps } from './corpus-steps';
import { countWords } from './count-words';
import { SentenceLearner } from './sentence-learner';
import type { Word2Vec } from './word2vec';
import type { Word2VecOptions } from './word2vec-options';

/** The longest time without a turn of the event loop, on which output and the stop button depend. */
const longestWork = 25; // ms
/** A step is about a hundredth of the run, of at most so many words. */
const longestStep = 10_000;

/** How far a training of word2vec is. A step is a stretch of the corpus, of some thousand words. */
export interface Word2VecProgress extends TrainingProgress {
  /** Passes over the corpus begun, from 1. */
  readonly epoch: number;
  /** The rate at the step's end. */
  readonly learningRate: number;
}

/**
 * Trains word vectors on a corpus, one pair of words after the other.
 *
 * Each epoch reads the corpus from the beginning to the end. Of each sentence frequent words are dropped at random;
 * each word that is left looks 1 … window words to both sides, how far is drawn anew for each: near words count more.
 *
 * An example, of which progress counts the speed, is a pair (skip-gram) or a word with its context (CBOW). Leaving
 * the loop early, by `break` or the stop button, leaves vectors that can be used or trained on. A step in which every
 * word was dropped is not told of.
 *
 * @param corpus sentences of word numbers; one of more than 1,000 words is cut
 * @returns the progress after each step; the loss is that of the pairs as they were trained on
 * @throws Error where the corpus or an option makes no sense, at once; where the loss is not finite any more
 * @throws the signal's reason when stopped
 * @example
 * for await (const { step, loss } of trainWord2Vec(model, sentences, { epochs: 3, rng })) console.log(step, loss);
 */
export function trainWord2Vec(
  model: Word2Vec,
  corpus: readonly ArrayLike<number>[],
  options: Word2VecOptions,
): AsyncGenerator<Word2VecProgress, void, undefined> {
  expectOptions(options);
  const learningRate = options.learningRate ?? (options.architecture === 'cbow' ? 0.075 : 0.025);
  const counts = countWords(corpus, model.vocabularySize);
  const words = counts.reduce((sum, count) => sum + count, 0);
  const stretches = corpusSteps(corpus, Math.min(longestStep, Math.ceil((words * options.epochs) / 100)));
  const { after = 0 } = options;
  const steps = stretches.length * options.epochs;
  if (after > steps)
    throw new Error(
      `trainWord2Vec: expected at most the run’s ${steps} steps to be made before, got ${after}`,
    );
  const learner = new SentenceLearner(model, counts, options);
  return run(learner, stretches, words, { ...options, learningRate });
}

function expectOptions(options: Word2VecOptions): void {
  const who = 'trainWord2Vec';
  const {
    architecture = 'skip-gram',
    epochs,
    window = 5,
    output = 'negative sampling',
    negatives = 5,
    learningRate = 1,
    after = 0,
  } = options;
  if (architecture !== 'skip-gram' && architecture !== 'cbow')
    throw new Error(`${who}: expected 'skip-gram' or 'cbow', got ${architecture}`);
  if (output !== 'negative sampling' && output !== 'hierarchical softmax')
    throw new Error(`${who}: expected 'negative sampling' or 'hierarchical softmax', got ${output}`);
  expectSize(who, 'epochs', epochs);
  expectSize(who, 'words to each side of the window', window);
  expectSize(who, 'noise words', negatives, 0);
  if (negatives > 256) throw new Error(`${who}: expected at most 256 noise words, got ${negatives}`);
  expectSize(who, 'steps made before', after, 0);
  if (options.heldOut) expectSize(who, 'steps between held-out measures', options.heldOut.every);
  if (!(learningRate > 0 && learningRate < Infinity))
    throw new Error(`${who}: expected a learning rate above 0, got ${learningRate}`);
}

async function* run(
  learner: SentenceLearner,
  stretches: readonly CorpusStep[],
  words: number,
  options: Word2VecOptions & { readonly learningRate: number },
): AsyncGenerator<Word2VecProgress, void, undefined> {
  const { epochs, rng, heldOut, after = 0 } = options;
  const steps = stretches.length * epochs;
  const pace = new Pace();
  let turned = performance.now();
  let learned = after;
  for (let step = after + 1; step <= steps; step++) {
    const epoch = Math.ceil(step / stretches.length);
    const { sentences, before } = stretches[(step - 1) % stretches.length];
    const random = rng.fork(`step ${step}`);
    let read = (epoch - 1) * words + before;
    let { learningRate } = options;
    let [examples, loss, work] = [0, 0, 0];
    for (const sentence of sentences) {
      if (performance.now() - turned >= longestWork) {
        await new Promise(setImmediate);
        turned = performance.now();
      }
      const stop = options.signal ?? globalThis.kernel?.signal;
      if (stop?.aborted) throw stop.reason;
      // η = η₀ (1 − read / all), at least η₀ / 10,000, as in word2vec.c
      learningRate = options.learningRate * Math.max(1 - read / (words * epochs), 1e-4);
      const begun = performance.now();
      const result = finish(() => learner.learn(sentence, learningRate, random));
      work += performance.now() - begun;
      examples += result.examples;
      loss += result.loss;
      read += sentence.length;
    }
    if (examples === 0) continue;
    learned++;
    if (!Number.isFinite(loss))
      throw new Error(
        `trainWord2Vec: step ${step}: expected a finite loss, got ${loss}. The vectors are lost: ` +
          'make a new model and try a smaller learning rate.',
      );
    pace.count(examples, work);
    const due = heldOut && (step % heldOut.every === 0 || step === steps);
    yield {
      step,
      steps,
      epoch,
      loss: loss / examples,
      learningRate,
      examplesPerSecond: pace.examplesPerSecond,
      secondsLeft: pace.secondsLeft(steps - step),
      ...(due && { heldOut: await heldOut.measure() }),
    };
  }
  if (learned === 0)
    throw new Error(
      'trainWord2Vec: expected some pairs of words, got none: ' +
        `with subsample ${options.subsample ?? 1e-3} nearly every word is dropped. Try a larger one.`,
    );
}
