import { decay } from './decay';
import type { DecayOptions } from './decay-options';
import type { Schedule } from './schedule';

/**
 * Climbs to the peak, then falls to the floor in a straight line.
 *
 * Devlin et al., "BERT", 2019, appendix A.2.
 *
 * @example linear({ peak: 5e-5, steps: 1000, warmup: 100 })
 */
export function linear(options: DecayOptions): Schedule {
  return decay('linear', options, (passed) => 1 - passed);
}
