import { normalise } from './normalise';

/** What a sentence may end on without changing what it says. */
const ending = /[\s.。!！…]{1,100}$/u;

/**
 * A sentence as translators are given it: small letters, one kind of each sign (，is , and ’ is '), no full stop or
 * exclamation mark at its end. A question mark stays, as it changes the sentence.
 *
 * @example plainSentence('Don’t  go!') // "don't go"
 */
export function plainSentence(text: string): string {
  const { form, lowerCase, collapseSpaces } = {
    form: 'NFKC',
    lowerCase: true,
    collapseSpaces: true,
  } as const;
  return normalise(text, { form, lowerCase, collapseSpaces }).replace(/[‘’]/g, "'").replace(ending, '');
}
