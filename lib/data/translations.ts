import { cedict } from './cedict';
import { DataUnavailable, type Places } from './finder';
import type { Translations } from './sentence-pair';
import { tatoeba } from './tatoeba';

/**
 * Tatoeba's sentences where they can be had, else short entries of a dictionary, whose provenance says why.
 *
 * Only data that are nowhere to be found are replaced: a damaged file or a wrong `LINEAGE_DATA` throws.
 *
 * @example const { pairs, provenance } = await translations();
 */
export async function translations(places?: Places): Promise<Translations> {
  try {
    return await tatoeba(places);
  } catch (cause) {
    if (!(cause instanceof DataUnavailable)) throw cause;
    const { pairs, provenance } = await cedict();
    const note =
      `Tatoeba's sentences could not be had (${cause.failure}): these are entries of a dictionary, ` +
      'and a word tells little about another, so held-out scores are low';
    return { pairs, provenance: { ...provenance, note } };
  }
}
