import * as tf from '@tensorflow/tfjs';
import { begin, end, padding, type SentenceCoder } from '../text/sentence-coder';
import { translate } from './translate';
import type { Translator, TranslatorState } from './translator';

/** A sentence in another language, and how it came about. */
export interface TranslatedSentence {
  readonly text: string;
  /** The source as the model saw it, and what it wrote; its end is not among them. */
  readonly sourceTokens: readonly string[];
  readonly targetTokens: readonly string[];
  /** Where it looked, `[targetTokens][sourceTokens]`, padding left out; no rows from a model that doesn't look back. */
  readonly weights: readonly (readonly number[])[];
  /** Words of the source that training never showed: the model can only guess. */
  readonly unknown: readonly string[];
}

/**
 * Translates one sentence, always with the likeliest next token.
 *
 * @throws Error on a sentence without words, or with more than the model reads
 * @example translateSentence(model, '你好', { source: chinese, target: english }).text // 'hello'
 */
export function translateSentence<State extends TranslatorState>(
  model: Translator<State>,
  sentence: string,
  { source, target }: { readonly source: SentenceCoder; readonly target: SentenceCoder },
): TranslatedSentence {
  const ids = source.encode(sentence);
  const row = new Int32Array(source.longest).fill(padding);
  row.set(ids);
  const x = tf.tensor2d(row, [1, row.length]);
  try {
    const [{ tokens, weights }] = translate(model, x, { begin, end, longest: target.longest + 1 });
    return {
      text: target.decode(tokens),
      sourceTokens: source.tokens(sentence),
      targetTokens: target.vocabulary.decode(tokens),
      weights: weights.map((look) => look.slice(0, ids.length)),
      unknown: source.unknown(sentence),
    };
  } finally {
    x.dispose();
  }
}
