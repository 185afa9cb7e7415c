/** A level to compare a curve with, such as that of guessing. */
export interface Reference {
  readonly label: string;
  readonly value: number;
  /** The curve it belongs to; the loss if not said. */
  readonly of?: 'loss' | 'metric';
}

/** How a training run is shown. */
export interface TrainingOptions {
  readonly title?: string;
  /** The held-out figure to follow, such as `accuracy`; the first one measured if not said. */
  readonly metric?: string;
  /** The loss's unit, such as `nats per token`. */
  readonly unit?: string;
  readonly reference?: Reference;
}
