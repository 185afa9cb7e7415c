import * as tf from '@tensorflow/tfjs';
import { expectSize } from '../expect/expect-size';
import { softmax } from '../nn';
import type { SentenceCoder } from '../text/sentence-coder';
import { sentenceRow } from '../text/sentence-row';
import type { Bert } from './bert';

/** How a blank is written in a text. */
export const blank = '<mask>';

/** A word that may stand in a blank. */
export interface Filling {
  readonly token: string;
  readonly probability: number;
}

/** A sentence with blanks, as the model saw it, and what it would put there. */
export interface FilledMask {
  /** With `<mask>` at the blanks. */
  readonly tokens: readonly string[];
  /** One for each blank: the likeliest tokens, the likeliest first. */
  readonly blanks: readonly (readonly Filling[])[];
  /** Words that training never showed: the model can only guess. */
  readonly unknown: readonly string[];
}

/**
 * Asks a BERT what stands in the blanks of a sentence. Several blanks are answered each by itself, without knowing what
 * the others hold.
 *
 * @param text has `<mask>` at each blank; `coder` knows that token
 * @param options.count how many tokens for each blank; 5 by default
 * @throws Error on a text without a blank or with more tokens than the model sees
 * @example fillMask(model, 'the angler saw the <mask>', { coder }).blanks[0][0] // { token: 'bank', probability: 0.5 }
 */
export function fillMask(
  model: Bert,
  text: string,
  { coder, count = 5 }: { readonly coder: SentenceCoder; readonly count?: number },
): FilledMask {
  expectSize('fillMask', 'tokens to show', count);
  const { vocabulary } = coder;
  if (!vocabulary.has(blank))
    throw new Error(
      `fillMask: expected a vocabulary with ${blank}, got ${vocabulary.size} tokens without it`,
    );
  const parts = text.split(blank).map((part) => coder.tokens(part));
  if (parts.length < 2)
    throw new Error(`fillMask: expected a text with ${blank} at the blank, got ${JSON.stringify(text)}`);
  const tokens = parts.flatMap((part, index) => (index === 0 ? part : [blank, ...part]));
  const row = sentenceRow(vocabulary.encode(tokens), model.config.context);
  const probabilities = tf.tidy(() => {
    const logits = model.forward(tf.tensor2d(row, [1, row.length]));
    return softmax(logits).arraySync()[0] as number[][];
  });
  const likeliest = (p: readonly number[]) =>
    p
      .map((probability, id) => ({ token: vocabulary.token(id), probability }))
      .sort((a, b) => b.probability - a.probability)
      .slice(0, count);
  return {
    tokens,
    // The begin token stands in front of the sentence
    blanks: tokens.flatMap((token, place) => (token === blank ? [likeliest(probabilities[place + 1])] : [])),
    unknown: [...new Set(tokens.filter((token) => !vocabulary.has(token)))],
  };
}
