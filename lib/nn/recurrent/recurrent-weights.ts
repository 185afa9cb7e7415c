import type * as tf from '@tensorflow/tfjs';
import { expectSize } from '../../expect/expect-size';
import type { Rng } from '../../rng';
import { param } from '../param';
import { uniform } from '../uniform';

/**
 * What one layer of a recurrent network learns in one direction. Each matrix holds one block of `hidden` rows per gate,
 * in PyTorch's order and with its two biases, so that checkpoints can be exchanged.
 *
 * Everything starts uniform in ±1/√hidden, as PyTorch has it.
 */
export class RecurrentWeights {
  /** W `[gates · hidden, in]` */
  readonly inputWeight: tf.Variable<tf.Rank.R2>;
  /** U `[gates · hidden, hidden]` */
  readonly hiddenWeight: tf.Variable<tf.Rank.R2>;
  /** b `[gates · hidden]`, added to W x */
  readonly inputBias: tf.Variable<tf.Rank.R1>;
  /** b′ `[gates · hidden]`, added to U h */
  readonly hiddenBias: tf.Variable<tf.Rank.R1>;

  constructor(gates: number, inSize: number, hiddenSize: number, rng: Rng) {
    expectSize('RecurrentWeights', 'inputs', inSize);
    expectSize('RecurrentWeights', 'hidden units', hiddenSize);
    const bound = 1 / Math.sqrt(hiddenSize);
    const rows = gates * hiddenSize;
    this.inputWeight = param(uniform<tf.Rank.R2>([rows, inSize], bound, rng));
    this.hiddenWeight = param(uniform<tf.Rank.R2>([rows, hiddenSize], bound, rng));
    this.inputBias = param(uniform<tf.Rank.R1>([rows], bound, rng));
    this.hiddenBias = param(uniform<tf.Rank.R1>([rows], bound, rng));
  }
}
