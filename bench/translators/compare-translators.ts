import os from 'node:os';
import {
  chineseSentence,
  closedVocabulary,
  englishSentence,
  Rng,
  ready,
  SentenceCoder,
  type SentencePair,
  splitBySentence,
  tatoeba,
} from 'lineage';
import { machine } from '../machine';
import type { ProgressLine } from '../progress-line';
import { contenders } from './contenders';
import type { Marks, TranslatorResult, TranslatorResults } from './result';
import { type Corpus, trainTranslator } from './train-translator';

/**
 * Trains the course's three translators on the same real sentence pairs, one after the other for each seed, and measures
 * BLEU on pairs that share no sentence with them: after as many steps, and after as many seconds.
 *
 * @throws DataUnavailable where the pairs are not there and can't be fetched
 */
export async function compareTranslators(
  seeds: readonly number[],
  marks: Marks,
  line: ProgressLine,
): Promise<TranslatorResults> {
  const date = new Date().toISOString();
  const load = os.loadavg()[0];
  await ready();
  const hello = { source: '你好', target: 'hello' };
  const limits = { source: chineseSentence, target: englishSentence, words: 700, longest: 12 };
  const closed = closedVocabulary((await tatoeba()).pairs, { ...limits, always: [hello] });
  const coders = {
    source: SentenceCoder.of(chineseSentence, closed.map(side('source'))),
    target: SentenceCoder.of(englishSentence, closed.map(side('target'))),
  };
  const results: TranslatorResult[] = [];
  const sizes: TranslatorResults['pairs'][] = [];
  for (const seed of seeds) {
    const rng = new Rng(seed);
    const { training, test } = splitBySentence(closed, { heldOut: 0.1, keep: ['你好'] }, rng.fork('split'));
    sizes.push({ training: training.length, test: test.length });
    const corpus: Corpus = { coders, training, test };
    for (const [translator, make] of Object.entries(contenders)) {
      line.set(`seed ${seed}  ${translator}`);
      const model = make(
        {
          sourceVocabulary: coders.source.vocabulary.size,
          targetVocabulary: coders.target.vocabulary.size,
          sourceLength: coders.source.longest,
        },
        rng.fork('weights'),
      );
      const trained = await trainTranslator(model, corpus, marks, rng.fork('order'));
      results.push({ translator, seed, ...trained });
      const { atSteps, atTime } = trained;
      line.print(
        `✓ seed ${seed}, ${translator}: BLEU ${atSteps.bleu.toFixed(1)} after ${atSteps.steps} steps ` +
          `(${atSteps.seconds.toFixed(0)} s), ${atTime.bleu.toFixed(1)} after ${atTime.seconds.toFixed(0)} s ` +
          `(${atTime.steps} steps); 你好 → ${trained.hello}`,
      );
    }
  }
  return { date, machine: machine(), load, marks, pairs: sizes[0], results };
}

const side = (name: keyof SentencePair) => (pair: SentencePair) => pair[name];
