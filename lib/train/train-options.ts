import type * as tf from '@tensorflow/tfjs';
import type { Rng } from '../rng';
import type { Loss } from './train-step';

/** How long to train: in passes over the data or in updates. */
type Length =
  | {
      /** Passes over the data. */
      readonly epochs: number;
      readonly steps?: undefined;
    }
  | {
      /** Updates. */
      readonly steps: number;
      readonly epochs?: undefined;
    };

/** How {@link train} trains. */
export type TrainOptions<Y extends tf.Tensor = tf.Tensor, T extends tf.Tensor = tf.Tensor> = Length & {
  /** Examples per update: more make each gradient less noisy and each epoch fewer updates. */
  readonly batchSize: number;
  /** Its seed alone decides the order of the data and the dropout; nothing is drawn from it itself. */
  readonly rng: Rng;
  /** `(output, target) → scalar`, such as `crossEntropy`; compiled, it is called at few of the steps. */
  readonly loss: Loss<Y, T>;
  /** The greatest length of the gradient; a longer one is shortened to it. By default only measured. */
  readonly clipNorm?: number;
  /** Does each step operation by operation; by default it is compiled where it can be, which changes no result. */
  readonly eager?: boolean;
  /** Measures every so many steps, and after the last, for instance `() => evaluate(model, digits.test)`. */
  readonly heldOut?: {
    readonly every: number;
    readonly measure: () => Readonly<Record<string, number>> | Promise<Readonly<Record<string, number>>>;
  };
  /** Writes a checkpoint every so many steps, after the last, and when the run is stopped or left early. */
  readonly checkpoint?: {
    readonly path: string;
    readonly every: number;
  };
  /**
   * The checkpoint to go on from: the result is that of a run that was never stopped, bit for bit with `eager`, and to
   * rounding where steps are compiled.
   */
  readonly resume?: string;
  /** Stops the run between two steps. By default the notebook's stop button. */
  readonly signal?: AbortSignal;
};
