import type { WarmUpOptions } from './warm-up';

/** A rate that climbs to a peak and falls to a floor. */
export interface DecayOptions extends WarmUpOptions {
  /** How many steps the whole takes, warm-up included; later steps stay at the floor. */
  readonly steps: number;
  /** The rate at the end. */
  readonly floor?: number;
}
