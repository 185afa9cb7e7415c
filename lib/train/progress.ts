import type { TrainingProgress } from './training-progress';

/** What {@link train} tells of each step. */
export interface Progress extends TrainingProgress {
  /** The pass over the data that this step belongs to, from 1. */
  readonly epoch: number;
  /** Passes over the data that the whole run makes; the last may be a part. */
  readonly epochs: number;
  /** The rate this step used. */
  readonly learningRate: number;
  /** Euclidean length of the whole gradient before clipping. */
  readonly gradientNorm: number;
}
