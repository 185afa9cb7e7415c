import { expectSize } from '../expect/expect-size';

/** How translations of about one length fared. */
export interface ExactMatches {
  /** The shortest and the longest source that this row may count. */
  readonly from: number;
  readonly to: number;
  readonly sentences: number;
  /** The share that is the reference, token for token. */
  readonly exact: number;
}

/**
 * The share of translations that are exactly their reference, by the length of the source: only fair where each sentence
 * has one right translation.
 *
 * @param translations each with its reference and the length of its source
 * @param width how many lengths are put together
 * @returns the short ones first; lengths that don't occur are left out
 * @example exactMatches([{ written: 'hello', reference: 'hello', length: 2 }], 4) // [{ from: 0, to: 3, sentences: 1, exact: 1 }]
 */
export function exactMatches(
  translations: readonly { readonly written: string; readonly reference: string; readonly length: number }[],
  width: number,
): ExactMatches[] {
  expectSize('exactMatches', 'lengths to put together', width);
  const groups = new Map<number, { sentences: number; right: number }>();
  for (const { written, reference, length } of translations) {
    expectSize('exactMatches', 'tokens in a source', length, 0);
    const group = groups.get(Math.floor(length / width)) ?? { sentences: 0, right: 0 };
    group.sentences++;
    if (written === reference) group.right++;
    groups.set(Math.floor(length / width), group);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([index, { sentences, right }]) => ({
      from: index * width,
      to: (index + 1) * width - 1,
      sentences,
      exact: right / sentences,
    }));
}
