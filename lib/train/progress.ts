/** Where a training run stands after a step; {@link train} yields one per step. */
export interface Progress {
  /** Updates made, from 1. */
  readonly step: number;
  /** Updates the whole run makes. */
  readonly steps: number;
  /** The pass over the data that this step belongs to, from 1. */
  readonly epoch: number;
  /** Passes over the data that the whole run makes; the last may be a part. */
  readonly epochs: number;
  /** Mean loss of this step's batch before its update, in the loss's unit (cross-entropy: nats). */
  readonly loss: number;
  /** The rate this step used. */
  readonly learningRate: number;
  /** Euclidean length of the whole gradient before clipping. */
  readonly gradientNorm: number;
  /** Speed of training alone. */
  readonly examplesPerSecond: number;
  /** Estimated time to the end, evaluation and drawing included. */
  readonly secondsLeft: number;
  /** What `heldOut.measure` returned, on the steps where it ran. */
  readonly heldOut?: Readonly<Record<string, number>>;
}
