import * as tf from '@tensorflow/tfjs';
import type { TextStreams } from '../data';
import { crossEntropy } from '../losses';
import type { RecurrentLanguageModel, RecurrentState } from './recurrent-language-model';

/** How {@link readAlong} goes from window to window. */
export interface ReadAlongOptions {
  /** Whether each window begins with the state that the one before ended with; true by default. */
  readonly carry?: boolean;
}

/**
 * The mean loss of a model that reads each stream from its beginning to its end; nothing is learned.
 *
 * @returns cross-entropy, nats per token
 */
export function readAlong<S extends RecurrentState>(
  model: RecurrentLanguageModel<S>,
  text: TextStreams,
  { carry = true }: ReadAlongOptions = {},
): number {
  let state = model.emptyState(text.streams);
  let total = 0;
  try {
    for (let window = 0; window < text.windows; window++) {
      const read = tf.tidy(() => {
        const { x, y } = text.take(window);
        const { logits, state: next } = model.read(x, state);
        return { loss: crossEntropy(logits, y), state: carry ? next : model.emptyState(text.streams) };
      });
      tf.dispose(state as tf.TensorContainer);
      state = read.state;
      total += read.loss.dataSync()[0];
      read.loss.dispose();
    }
  } finally {
    tf.dispose(state as tf.TensorContainer);
  }
  return total / text.windows;
}
