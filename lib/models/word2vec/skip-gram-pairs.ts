import { expectSize } from '../../expect/expect-size';

/**
 * What skip-gram learns from a sentence: each word as a centre, with each word at most `window` places away, before it
 * or after it.
 *
 * Source: Mikolov et al. 2013b, equation 1.
 *
 * @returns `[centre, context]`, the centres in order, their contexts from left to right
 * @example skipGramPairs(['the', 'quick', 'fox'], 1) // the–quick, quick–the, quick–fox, fox–quick
 */
export function skipGramPairs<Word>(sentence: readonly Word[], window: number): [Word, Word][] {
  expectSize('skipGramPairs', 'words to each side of the window', window);
  return sentence.flatMap((centre, place) =>
    sentence
      .slice(Math.max(0, place - window), place + window + 1)
      .map((context, index): [Word, Word, number] => [centre, context, Math.max(0, place - window) + index])
      .filter(([, , other]) => other !== place)
      .map(([from, to]): [Word, Word] => [from, to]),
  );
}
