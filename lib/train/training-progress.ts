/** What any training loop tells of a step, so that {@link show.training} can draw it. */
export interface TrainingProgress {
  /** Updates made, from 1. */
  readonly step: number;
  /** Updates the whole run makes. */
  readonly steps: number;
  /** Mean loss of this step's examples before its update, in the loss's unit (cross-entropy: nats). */
  readonly loss: number;
  /** Speed of training alone. */
  readonly examplesPerSecond: number;
  /** Estimated time to the end, evaluation and drawing included. */
  readonly secondsLeft: number;
  /** One line on how the training is done, such as why its step could not be compiled. */
  readonly note?: string;
  /** Figures on data not trained on, at the steps where they were measured. */
  readonly heldOut?: Readonly<Record<string, number>>;
}
