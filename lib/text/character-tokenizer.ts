import { expectText } from './expect-text';
import type { Tokenizer } from './tokenizer';

/**
 * One token per character, that is per Unicode code point: an emoji or a rare Chinese character is one, not two.
 *
 * @example characterTokenizer.split('né🙂') // ['n', 'é', '🙂']
 */
export const characterTokenizer: Tokenizer = {
  split: (text) => Array.from(expectText('characterTokenizer', text)),
  join: (tokens) => tokens.join(''),
};
