import * as tf from '@tensorflow/tfjs';

/**
 * Notices work that leaves tensors behind.
 *
 * Only tensors born inside {@link LeakGuard.watch} count; what the reader makes elsewhere is the reader's.
 *
 * @example new LeakGuard('crossEntropy').watch(() => crossEntropy(logits, targets).dispose())
 */
export class LeakGuard {
  #inARow = 0;

  /**
   * @param who named in the error
   * @param patience how many calls in a row may leave tensors: a layer may keep a mask that it makes once
   */
  constructor(
    readonly who: string,
    readonly patience = 0,
  ) {}

  /**
   * Runs `work` and returns its result.
   *
   * @throws Error saying how many tensors stayed, once more than `patience` calls in a row left some
   */
  watch<T>(work: () => T): T {
    const before = tf.memory().numTensors;
    const result = work();
    const left = tf.memory().numTensors - before;
    this.#inARow = left > 0 ? this.#inARow + 1 : 0;
    if (this.#inARow > this.patience)
      throw new Error(
        `${this.who}: expected every tensor to be freed, got ${left} left behind per call. ` +
          'Wrap the work in tf.tidy, and dispose what tf.keep or tf.variable holds.',
      );
    return result;
  }
}
