import { chineseCharacters, englishSentence, SentenceCoder, type SentencePair } from 'lineage';

/** Coders of both sides of some pairs: Chinese by characters, English by words. */
export function codersOf(pairs: readonly SentencePair[]) {
  return {
    source: SentenceCoder.of(
      chineseCharacters,
      pairs.map(({ source }) => source),
    ),
    target: SentenceCoder.of(
      englishSentence,
      pairs.map(({ target }) => target),
    ),
  };
}
