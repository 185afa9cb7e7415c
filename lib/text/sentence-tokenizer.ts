import { characterTokenizer } from './character-tokenizer';
import { chineseTokenizer } from './chinese-tokenizer';
import type { Tokenizer } from './tokenizer';
import { wordTokenizer } from './word-tokenizer';

const isGap = (token: string) => token.trim() === '';
const withoutGaps = (tokens: readonly string[]) => tokens.filter((token) => !isGap(token));

/**
 * How a translator cuts sentences of a language into tokens and puts them together. Spaces are no tokens, so unlike a
 * {@link Tokenizer} it forgets where and how many there were.
 */
export type SentenceTokenizer = Pick<Tokenizer, 'split' | 'join'>;

/** English words and signs. @example englishSentence.split('where is it?') // ['where', 'is', 'it', '?'] */
export const englishSentence: SentenceTokenizer = {
  split: (text) => withoutGaps(wordTokenizer.split(text)),
  join: (tokens) => tokens.join(' ').replace(/ (?=[.,;:!?%)])/g, ''),
};

/** Chinese words and signs. @example chineseSentence.split('我喜欢 吃苹果') // ['我', '喜欢', '吃', '苹果'] */
export const chineseSentence: SentenceTokenizer = {
  split: (text) => withoutGaps(chineseTokenizer.split(text)),
  join: (tokens) => tokens.join(''),
};

/** Chinese characters, each a token. @example chineseCharacters.split('我喜欢') // ['我', '喜', '欢'] */
export const chineseCharacters: SentenceTokenizer = {
  split: (text) => withoutGaps(characterTokenizer.split(text)),
  join: (tokens) => tokens.join(''),
};
