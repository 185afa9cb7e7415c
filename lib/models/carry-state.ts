import type * as tf from '@tensorflow/tfjs';
import type { Layer } from '../nn';
import type { RecurrentLanguageModel, RecurrentState } from './recurrent-language-model';

/**
 * A model that begins each window with the state that the one before ended with, and sends no gradient back into that
 * window: what PyTorch calls `detach`.
 *
 * @param memory where the state waits, a variable for each of its parts
 * @returns maps int32 `[batch, time]` to logits `[batch, time, vocabulary]`
 */
export function carryState<S extends RecurrentState>(
  model: RecurrentLanguageModel<S>,
  memory: Readonly<Record<string, tf.Variable<tf.Rank.R3>>>,
): Layer<tf.Tensor2D, tf.Tensor3D> {
  return {
    forward(ids) {
      const { logits, state } = model.read(ids, memory as RecurrentState as S);
      // A variable is where every gradient ends: the next window finds numbers, not how they came about.
      for (const [name, last] of Object.entries(state)) memory[name].assign(last);
      return logits;
    },
  };
}
