import type { TrainingProgress } from '../train/training-progress';

/** One step of a curve. */
export interface Point {
  readonly step: number;
  readonly value: number;
}

/** The curves of one training run, growing with it. */
export class TrainingHistory {
  readonly loss: Point[] = [];
  /** The loss as an exponential moving average over a sixtieth of the run, corrected for its start. */
  readonly smoothed: Point[] = [];
  readonly heldOut: Point[] = [];
  last: TrainingProgress | undefined;
  #average = 0;
  #weight = 0;

  /** @param metric the held-out figure to follow; the first one measured if not said */
  constructor(public metric?: string) {}

  /** @throws where `heldOut` was measured without the metric to follow */
  add(progress: TrainingProgress): void {
    const { step, steps, loss, heldOut } = progress;
    this.last = progress;
    if (Number.isFinite(loss)) {
      const decay = 1 - 1 / Math.max(1, Math.min(25, steps / 60));
      // mₜ = β mₜ₋₁ + (1 − β) lₜ, divided by 1 − βᵗ
      this.#average = decay * this.#average + (1 - decay) * loss;
      this.#weight = decay * this.#weight + (1 - decay);
      this.loss.push({ step, value: loss });
      this.smoothed.push({ step, value: this.#average / this.#weight });
    }
    if (!heldOut) return;
    this.metric ??= Object.keys(heldOut)[0];
    const value = heldOut[this.metric];
    if (value === undefined)
      throw new Error(
        `show.training: expected a held-out ${this.metric}, got ${Object.keys(heldOut).join(', ') || 'nothing'}. ` +
          'Name one of these as `metric`.',
      );
    if (Number.isFinite(value)) this.heldOut.push({ step, value });
  }
}
