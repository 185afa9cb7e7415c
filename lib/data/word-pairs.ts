import { DataUnavailable, type Places } from './finder';
import { madeAnalogies } from './made-analogies';
import { type RatedPair, type RatedPairs, wordSim353 } from './rated-pairs';

/**
 * WordSim-353 where it can be had, else pairs rated by a rule, whose provenance says so and why.
 *
 * Only data that are nowhere to be found are replaced: a damaged file or a wrong `LINEAGE_DATA` throws.
 */
export async function wordPairs(places?: Places): Promise<RatedPairs> {
  try {
    return await wordSim353(places);
  } catch (cause) {
    if (!(cause instanceof DataUnavailable)) throw cause;
    const note = `WordSim-353 could not be had (${cause.failure}): these ratings follow a rule, nobody gave them`;
    return {
      pairs: ruledPairs(),
      provenance: {
        name: 'made word pairs',
        kind: 'made',
        from: 'wordPairs()',
        licence: 'MIT, as this course',
        source: 'lib/data/word-pairs.ts',
        note,
      },
    };
  }
}

/** Two forms of a word 10 (walk, walked), two words of a kind 5 (walk, cook), words of two kinds 0. */
function ruledPairs(): RatedPair[] {
  const { words } = madeAnalogies({ seed: 0, sentences: 1 });
  const firsts = words.filter(({ role }) => role === 0);
  const pair = (first: string, second: string, rating: number) => ({ first, second, rating });
  return firsts.flatMap(({ word, family, identity }, index) => {
    const other = words.find(
      (form) => form.family === family && form.identity === identity && form.role === 1,
    )!;
    const alike = firsts.find((form) => form.family === family && form.identity === (identity + 7) % 20)!;
    const far = firsts[(index + 20) % firsts.length];
    return [pair(word, other.word, 10), pair(word, alike.word, 5), pair(word, far.word, 0)];
  });
}
