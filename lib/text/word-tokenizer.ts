import { expectText } from './expect-text';
import type { Tokenizer } from './tokenizer';

/** A word with its marks and inner apostrophes, a run of white space, or one character of any other kind. */
const token = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*|\s+|./gsu;

/**
 * Words, white space and punctuation, each a token: for languages that put spaces between words.
 *
 * Nothing is thrown away, so the text can be put together again; {@link words} gives the words alone.
 *
 * @example wordTokenizer.split("Don't panic!") // ["Don't", ' ', 'panic', '!']
 */
export const wordTokenizer: Tokenizer = {
  split: (text) => expectText('wordTokenizer', text).match(token) ?? [],
  join: (tokens) => tokens.join(''),
};
