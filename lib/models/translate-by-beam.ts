import * as tf from '@tensorflow/tfjs';
import { logSoftmax } from '../nn';
import { type BeamSearchOptions, beamSearch, type Hypothesis } from './beam-search';
import type { Translator, TranslatorState } from './translator';

/**
 * The likeliest targets that a beam search finds for one source.
 *
 * @param source int32 `[1, sourceLength]`
 * @returns at most `width` hypotheses, the best first
 * @example translateByBeam(model, source, { begin: 1, end: 2, longest: 30, width: 4, lengthPenalty: 1 })[0].tokens
 */
export function translateByBeam<State extends TranslatorState>(
  model: Translator<State>,
  source: tf.Tensor2D,
  options: BeamSearchOptions,
): Hypothesis[] {
  if (source.shape[0] !== 1)
    throw new Error(`translateByBeam: expected one source, got ${source.shape[0]}. Give them one by one.`);
  let found: Hypothesis[] = [];
  tf.tidy(() => {
    let state = model.read(source);
    found = beamSearch((beam) => {
      const from = tf.tensor1d(
        beam.map((one) => one.from),
        'int32',
      );
      const last = tf.tensor1d(
        beam.map(({ tokens }) => tokens[tokens.length - 1]),
        'int32',
      );
      // Each hypothesis goes on from the state of the one it continues.
      const own = Object.entries(state).map(([name, tensor]) => [name, tf.gather(tensor, from)]);
      const written = model.write(last, Object.fromEntries(own) as State);
      state = written.state;
      return logSoftmax(written.logits).arraySync() as number[][];
    }, options);
  });
  return found;
}
