import * as tf from '@tensorflow/tfjs';

/** Tensors by name. */
export type Named = Readonly<Record<string, tf.Tensor>>;

/**
 * Does turns one after the other, each on what the one before gave.
 *
 * @param state stays the caller's
 * @param take does the turn of this number, an int32 scalar
 * @returns the state after the last turn, new tensors
 */
export function takeTurns(
  turns: number,
  state: Named,
  take: (turn: tf.Scalar, state: Named) => Named,
): Named {
  let now = state;
  const free = () => {
    if (now !== state) tf.dispose(Object.values(now));
  };
  try {
    for (let turn = 0; turn < turns; turn++) {
      const next = tf.tidy(() => {
        const number = tf.scalar(turn, 'int32');
        // What was there before the turn is not the next state's to dispose; tensors are numbered in the order of birth.
        const own = (tensor: tf.Tensor) => (tensor.id < number.id ? tensor.clone() : tensor);
        return Object.fromEntries(Object.entries(take(number, now)).map(([name, t]) => [name, own(t)]));
      });
      free();
      now = next;
    }
    return now;
  } catch (error) {
    free();
    throw error;
  }
}
