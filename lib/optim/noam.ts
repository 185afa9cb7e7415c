import { expectBetween } from '../expect/expect-between';
import type { Schedule } from './schedule';

/** What {@link noam} depends on. */
export interface NoamOptions {
  /** The model's width. */
  readonly channels: number;
  /** How many steps the rate climbs. */
  readonly warmup: number;
}

/**
 * The Transformer's schedule: climbs in a straight line, then falls with the root of the steps.
 *
 * Vaswani et al., "Attention is all you need", 2017, eq. 3; named after Noam Shazeer.
 *
 * @example noam({ channels: 512, warmup: 4000 })
 */
export function noam({ channels, warmup }: NoamOptions): Schedule {
  expectBetween('noam', 'channels', channels, 1);
  expectBetween('noam', 'warmup', warmup, 1);
  return (step) => {
    const s = step + 1;
    // C^−½ min(s^−½, s w^−3/2), s from 1
    return channels ** -0.5 * Math.min(s ** -0.5, s * warmup ** -1.5);
  };
}
