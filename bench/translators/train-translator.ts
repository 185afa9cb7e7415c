import type * as tf from '@tensorflow/tfjs';
import {
  Adam,
  begin,
  bleu,
  crossEntropy,
  dispose,
  end,
  padding,
  parameters,
  type Rng,
  type SentenceCoders,
  type SentencePair,
  SentencePairs,
  train,
  translate,
  translateSentence,
  warmUp,
} from 'lineage';
import type { Contender } from './contenders';
import type { Marks, Moment, TranslatorResult } from './result';

/** Sentence pairs to learn from and to test with. */
export interface Corpus {
  readonly coders: SentenceCoders;
  readonly training: readonly SentencePair[];
  readonly test: readonly SentencePair[];
}

/** The same for all: found best among 1, 2 and 4 · 10⁻³ for each, on a split that is not measured here. */
const [peak, warmup, batchSize, smoothing] = [4e-3, 100, 64, 0.1];

/** Trains until both marks are reached, and measures at each. */
export async function trainTranslator(
  model: Contender,
  { coders, training, test }: Corpus,
  { steps, seconds }: Marks,
  rng: Rng,
): Promise<Omit<TranslatorResult, 'translator' | 'seed'>> {
  const data = new SentencePairs(training, coders);
  const heldOut = new SentencePairs(test, coders);
  const words = (text: string) => coders.target.tokens(text);
  const quality = () => {
    const sources = heldOut.sources([...test.keys()]);
    const written = translate(model, sources, { begin, end, longest: heldOut.targetLength });
    sources.dispose();
    const hypotheses = written.map(({ tokens }) => words(coders.target.decode(tokens)));
    return (
      100 *
      bleu(
        hypotheses,
        test.map(({ target }) => [words(target)]),
      ).score
    );
  };
  // Climbs, then falls with the root of the steps: it needs not know when the training ends.
  const learningRate = warmUp({ peak, warmup }, (step) => peak * Math.sqrt(warmup / (warmup + step)));
  const optimizer = new Adam(model, { learningRate, beta2: 0.98 });
  const run = train(model, optimizer, data, {
    ...{ batchSize, clipNorm: 1, steps: 1e6, rng },
    loss: (logits, y: tf.Tensor) => crossEntropy(logits, y, { ignore: padding, smoothing }),
  });
  let [spent, begun] = [0, performance.now()];
  let [atSteps, atTime]: (Moment | undefined)[] = [];
  for await (const { step } of run) {
    spent += (performance.now() - begun) / 1000;
    const now = () => ({ steps: step, seconds: spent, bleu: quality() });
    if (step === steps) atSteps = now();
    if (!atTime && spent >= seconds) atTime = now();
    if (atSteps && atTime) break;
    begun = performance.now();
  }
  const hello = translateSentence(model, '你好', coders).text;
  const sizes = Object.values(parameters(model)).map(({ size }) => size);
  optimizer.dispose();
  dispose(model);
  return {
    parameters: sizes.reduce((sum, size) => sum + size, 0),
    atSteps: atSteps!,
    atTime: atTime!,
    hello,
  };
}
