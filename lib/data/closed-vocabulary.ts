import { expectSize } from '../expect/expect-size';
import { plainSentence } from '../text/plain-sentence';
import type { SentenceTokenizer } from '../text/sentence-tokenizer';
import type { SentencePair } from './sentence-pair';

/** Which pairs {@link closedVocabulary} keeps. */
export interface ClosedVocabularyConfig {
  readonly source: SentenceTokenizer;
  readonly target: SentenceTokenizer;
  /** How many different tokens a side may have, those of `always` not counted. */
  readonly words: number;
  /** How many tokens a sentence may have. */
  readonly longest: number;
  /** Pairs that are kept whatever their words, and added where they are missing. */
  readonly always?: readonly SentencePair[];
}

/**
 * The pairs whose sentences need only the most frequent words of their side: a small model can know all of them, so that
 * what it gets wrong is translation and not vocabulary.
 *
 * Sentences are made plain, and each source keeps one target, that of `always` or the first: a model that writes one
 * sentence can't be right on two.
 *
 * @example closedVocabulary(pairs, { source: chineseSentence, target: englishSentence, words: 700, longest: 12 })
 */
export function closedVocabulary(
  pairs: readonly SentencePair[],
  { source, target, words, longest, always = [] }: ClosedVocabularyConfig,
): SentencePair[] {
  expectSize('closedVocabulary', 'words', words);
  expectSize('closedVocabulary', 'tokens', longest);
  const row = (pair: SentencePair) => {
    const plain = { source: plainSentence(pair.source), target: plainSentence(pair.target) };
    return { plain, source: source.split(plain.source), target: target.split(plain.target) };
  };
  const fits = ({ length }: readonly string[]) => length > 0 && length <= longest;
  const rows = pairs.map(row).filter((each) => fits(each.source) && fits(each.target));
  const known = {
    source: mostFrequent(
      rows.flatMap((each) => each.source),
      words,
    ),
    target: mostFrequent(
      rows.flatMap((each) => each.target),
      words,
    ),
  };
  const kept = new Map(always.map((pair) => row(pair).plain).map((pair) => [pair.source, pair]));
  for (const { plain, source, target } of rows) {
    const isClosed =
      source.every((token) => known.source.has(token)) && target.every((token) => known.target.has(token));
    if (isClosed && !kept.has(plain.source)) kept.set(plain.source, plain);
  }
  return [...kept.values()];
}

/** The first of equally frequent ones first. */
function mostFrequent(tokens: readonly string[], most: number): Set<string> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return new Set(sorted.slice(0, most).map(([token]) => token));
}
