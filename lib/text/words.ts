import { expectText } from './expect-text';

const word = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;

/**
 * The words of a text in lower case, without spaces and punctuation: what counting needs.
 *
 * @example words('The cat, the DOG.') // ['the', 'cat', 'the', 'dog']
 */
export function words(text: string): string[] {
  return expectText('words', text).toLowerCase().match(word) ?? [];
}
