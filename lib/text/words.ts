import { expectText } from './expect-text';

/** At most 1,000 letters: a regular expression runs out of stack on a word of millions. */
const word = /[\p{L}\p{N}\p{M}]{1,1000}(?:['’][\p{L}\p{N}\p{M}]{1,1000}){0,9}/gu;

/**
 * The words of a text in lower case, without spaces and punctuation: what counting needs. One of more than 1,000 letters
 * is cut.
 *
 * @example words('The cat, the DOG.') // ['the', 'cat', 'the', 'dog']
 */
export function words(text: string): string[] {
  return expectText('words', text).toLowerCase().match(word) ?? [];
}
