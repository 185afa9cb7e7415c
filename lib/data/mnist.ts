import { dataSets } from './data-sets';
import type { Digits } from './images';
import { loadDigits } from './load-digits';

let loaded: Promise<Digits> | undefined;

/**
 * MNIST: 60,000 training and 10,000 test images of handwritten digits.
 *
 * Read from the mirror, the cache or the public address (11 MB), and then kept in memory for this process.
 *
 * Source: LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition", 1998,
 * section III.
 *
 * @throws DataUnavailable if it can't be had; DamagedFile if a file isn't the published one
 * @example const { train, test } = await mnist();
 */
export function mnist(): Promise<Digits> {
  loaded ??= loadDigits(dataSets.mnist).catch((cause) => {
    loaded = undefined; // so that the next call tries again
    throw cause;
  });
  return loaded;
}
