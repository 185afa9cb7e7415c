import { dataSets } from './data-sets';
import { DataUnavailable, type Places } from './finder';
import type { Digits } from './images';
import { loadDigits } from './load-digits';
import { madeDigits } from './made-digits';
import { mnist } from './mnist';

/**
 * MNIST where it can be had, else made digits whose provenance says so and why.
 *
 * Only data that are nowhere to be found are replaced: a damaged file or a wrong `LINEAGE_DATA` throws.
 */
export async function digits(places?: Places): Promise<Digits> {
  try {
    return await (places ? loadDigits(dataSets.mnist, places) : mnist());
  } catch (cause) {
    if (!(cause instanceof DataUnavailable)) throw cause;
    const made = madeDigits({ seed: 1998, train: 60_000, test: 10_000 }); // as many as MNIST has
    const note = `MNIST could not be had (${cause.failure}): these digits are made, their accuracy is not MNIST's`;
    return { ...made, provenance: { ...made.provenance, note } };
  }
}
