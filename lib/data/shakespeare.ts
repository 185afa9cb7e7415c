import { brownTexts } from './brown-texts';
import { DataUnavailable, type Places } from './finder';
import { type FoundText, readText } from './read-text';

/**
 * 40,000 lines of Shakespeare's plays where they can be had, else the Brown corpus, whose provenance says so and why.
 *
 * Only data that are nowhere to be found are replaced: a damaged file or a wrong `LINEAGE_DATA` throws.
 *
 * Source: Karpathy, "The unreasonable effectiveness of recurrent neural networks", 2015.
 *
 * @example const { text, provenance } = await shakespeare();
 */
export async function shakespeare(places?: Places): Promise<FoundText> {
  try {
    return await readText('tinyshakespeare', places);
  } catch (cause) {
    if (!(cause instanceof DataUnavailable)) throw cause;
    const { texts, provenance } = await brownTexts();
    const lines = texts.flatMap(({ sentences }) => sentences.map((sentence) => sentence.join(' ')));
    const note = `Shakespeare could not be had (${cause.failure}): this is American prose of 1961 in its place`;
    return { text: lines.join('\n'), provenance: { ...provenance, note } };
  }
}
