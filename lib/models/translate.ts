import * as tf from '@tensorflow/tfjs';
import { expectSize } from '../expect/expect-size';
import type { Rng } from '../rng';
import { drawToken } from './draw-token';
import { nextTokenDistribution, type SamplingOptions } from './next-token-distribution';
import type { Translator, TranslatorState } from './translator';

/** How {@link translate} writes. */
export interface TranslateOptions {
  /** The token that the decoder is given first. */
  readonly begin: number;
  /** The token that ends a target. */
  readonly end: number;
  /** How many tokens a target has at most. */
  readonly longest: number;
  /** Draws each token at random from what the model thinks likely; by default the likeliest is taken. */
  readonly sample?: SamplingOptions & { readonly rng: Rng };
}

/** A target, and where the model looked while writing it. */
export interface Translation {
  /** Without begin and end. */
  readonly tokens: readonly number[];
  /**
   * One row per token, one weight per token of the source with its padding; every row sums to 1. No rows from a model
   * that doesn't look back.
   */
  readonly weights: readonly (readonly number[])[];
}

/**
 * Writes the likeliest token at every step (greedy search), or one drawn at random, for all sources at once.
 *
 * @param source int32 `[batch, sourceLength]`
 * @example translate(model, source, { begin: 1, end: 2, longest: 30 })[0].tokens
 */
export function translate<State extends TranslatorState>(
  model: Translator<State>,
  source: tf.Tensor2D,
  { begin, end, longest, sample }: TranslateOptions,
): Translation[] {
  expectSize('translate', 'tokens', longest);
  const B = source.shape[0];
  const translations = Array.from({ length: B }, () => ({
    tokens: [] as number[],
    weights: [] as number[][],
    ended: false,
  }));
  tf.tidy(() => {
    let state = model.read(source);
    let last = tf.fill([B], begin, 'int32') as tf.Tensor1D;
    for (let made = 0; made < longest && translations.some(({ ended }) => !ended); made++) {
      const written = model.write(last, state);
      state = written.state;
      last = sample ? drawn(written.logits, sample) : written.logits.argMax<tf.Tensor1D>(1);
      const [ids, looks] = [last.dataSync(), written.weights?.arraySync()];
      for (const [row, translation] of translations.entries()) {
        translation.ended ||= ids[row] === end;
        if (translation.ended) continue;
        translation.tokens.push(ids[row]);
        if (looks) translation.weights.push(looks[row]);
      }
    }
  });
  return translations.map(({ tokens, weights }) => ({ tokens, weights }));
}

/** One token of each row, int32 `[batch]`. */
function drawn(
  logits: tf.Tensor2D,
  { rng, ...sampling }: NonNullable<TranslateOptions['sample']>,
): tf.Tensor1D {
  const rows = logits.arraySync();
  return tf.tensor1d(
    rows.map((row) => drawToken(nextTokenDistribution(row, sampling), rng)),
    'int32',
  );
}
