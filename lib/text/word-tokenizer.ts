import { expectText } from './expect-text';
import type { Tokenizer } from './tokenizer';

/**
 * A word with its marks and inner apostrophes, a run of white space, or one character of any other kind. At most 1,000
 * letters or spaces: a regular expression runs out of stack on millions.
 */
const token = /[\p{L}\p{N}\p{M}]{1,1000}(?:['’][\p{L}\p{N}\p{M}]{1,1000}){0,9}|\s{1,1000}|./gsu;

/**
 * Words, white space and punctuation, each a token: for languages that put spaces between words.
 *
 * A word or a gap of more than 1,000 characters is cut. Nothing is thrown away, so the text can be put together again; {@link words} gives the words alone.
 *
 * @example wordTokenizer.split("Don't panic!") // ["Don't", ' ', 'panic', '!']
 */
export const wordTokenizer: Tokenizer = {
  split: (text) => expectText('wordTokenizer', text).match(token) ?? [],
  join: (tokens) => tokens.join(''),
};
