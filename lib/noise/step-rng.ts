import { type NoiseKey, Rng } from '../rng';

/** Counts the steps of a training. */
export interface Clock {
  step: number;
}

/**
 * Chance that follows from a seed and the number of the step alone: another at each step, the same when the step is
 * done again, resumed at, or compiled.
 *
 * @example new StepRng(rng.fork('dropout'), clock)
 */
export class StepRng extends Rng {
  #keys = 0;

  /** @param clock its step is looked at again whenever a key is asked for */
  constructor(
    readonly root: Rng,
    readonly clock: Clock,
  ) {
    super(root.fork(`step ${clock.step}`).seed);
  }

  override get followsSteps(): boolean {
    return true;
  }

  override fork(label: string | number): StepRng {
    return new StepRng(this.root.fork(label), this.clock);
  }

  override key(): () => NoiseKey {
    const { seed } = this.root.fork(`key ${this.#keys++}`);
    return () => [seed, this.clock.step];
  }
}
