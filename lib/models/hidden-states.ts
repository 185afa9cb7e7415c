import * as tf from '@tensorflow/tfjs';
import type { RecurrentLanguageModel, RecurrentState } from './recurrent-language-model';

/** Tokens read in one go. */
const stretch = 64;

/**
 * What every hidden unit of a model says after each token of a text, read from the beginning to the end.
 *
 * Karpathy, Johnson and Fei-Fei, "Visualizing and understanding recurrent networks", 2015, section 4.2.
 *
 * @param ids the text's tokens, at least one
 * @returns one array per unit, `[hidden][tokens]`
 * @throws Error on an empty text, or a token outside of the vocabulary
 */
export function hiddenStates<S extends RecurrentState>(
  model: RecurrentLanguageModel<S>,
  ids: ArrayLike<number>,
): Float32Array[] {
  const { vocabulary, hidden } = model.config;
  const T = ids.length;
  if (T === 0) throw new Error('hiddenStates: expected a text of at least one token, got none');
  const tokens = Int32Array.from(ids);
  const strange = tokens.findIndex((id) => id < 0 || id >= vocabulary);
  if (strange >= 0)
    throw new Error(
      `hiddenStates: expected token ids 0–${vocabulary - 1}, got ${tokens[strange]} at position ${strange}`,
    );
  const units = Array.from({ length: hidden }, () => new Float32Array(T));
  let state = model.emptyState(1);
  for (let from = 0; from < T; from += stretch) {
    const part = tokens.subarray(from, from + stretch);
    const read = tf.tidy(() => {
      const { hidden, state: next } = model.read(tf.tensor2d(part, [1, part.length], 'int32'), state);
      return { hidden, state: next };
    });
    tf.dispose(state as tf.TensorContainer);
    state = read.state;
    const values = read.hidden.dataSync(); // [time · hidden]
    read.hidden.dispose();
    for (const [unit, said] of units.entries())
      for (let t = 0; t < part.length; t++) said[from + t] = values[t * hidden + unit];
  }
  tf.dispose(state as tf.TensorContainer);
  return units;
}
