import { expectText } from './expect-text';
import { oneSpace } from './one-space';

/** What {@link normalise} makes alike. */
export interface NormaliseOptions {
  /**
   * Unicode's normal form: `'NFC'` (the default) writes é in one way, `'NFKC'` also turns ﬁ into fi and full-width Ａ
   * into A.
   */
  readonly form?: 'NFC' | 'NFKC';
  /** Whether capitals become small letters; false by default. */
  readonly lowerCase?: boolean;
  /** Whether a run of white space becomes one space, and the ends are trimmed; false by default. */
  readonly collapseSpaces?: boolean;
}

/**
 * Text in which what readers take for the same is the same: é typed as one character or as e with an accent.
 *
 * A lone surrogate, half of a character, becomes U+FFFD �.
 *
 * Source: "Unicode Normalization Forms", Unicode Standard Annex 15.
 *
 * @example normalise('Cafe\u0301  noir', { lowerCase: true, collapseSpaces: true }) // 'café noir'
 */
export function normalise(text: string, options: NormaliseOptions = {}): string {
  const { form = 'NFC', lowerCase = false, collapseSpaces = false } = options;
  let result = expectText('normalise', text)
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .normalize(form);
  if (lowerCase) result = result.toLowerCase();
  if (collapseSpaces) result = oneSpace(result);
  return result;
}
