import type * as tf from '@tensorflow/tfjs';
import type { RecurrentWeights } from './recurrent-weights';

/** One vector per row of the batch, as the columns of a matrix `[hidden, batch]`: so gates are whole blocks of memory. */
export type Columns = tf.Tensor2D;

/** What a step makes: the new states, and what the way back needs of it. */
export interface CellStep {
  /** h first */
  readonly state: readonly Columns[];
  readonly kept: readonly Columns[];
}

/** What flows back out of a step: the gradients of its sums, and of the states other than through the sums. */
export interface CellGradient {
  readonly sums: readonly Columns[];
  /** undefined where a state acts through the sums alone */
  readonly state: readonly (Columns | undefined)[];
}

/**
 * The arithmetic of one step of a recurrent layer, and its derivative.
 *
 * A step begins with the sums a = W u of every block of the weights, where u = [x; 1; h] stacks the input, a 1 for the
 * bias and the state before.
 */
export interface RecurrentCell {
  /** Blocks of `hidden` rows in a layer's own weights. */
  readonly gates: number;
  /** How many states it hands on. */
  readonly states: number;
  /** What each sum depends on, so that nothing is multiplied by zeros. */
  readonly reads: readonly ('both' | 'input' | 'state')[];
  /** W `[reads.length · hidden, in + 1 + hidden]`, one block per sum. */
  weight(weights: RecurrentWeights): tf.Tensor2D;
  /** @param sums a, one per block */
  step(sums: readonly Columns[], state: readonly Columns[]): CellStep;
  /** @param gradient of the new states */
  back(gradient: readonly Columns[], kept: readonly Columns[]): CellGradient;
}
