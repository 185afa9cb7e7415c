import type { SentenceTokenizer } from './sentence-tokenizer';

/**
 * A tokenizer that throws some words away, such as stop words. A sentence of nothing else keeps them, since an empty one
 * can't be translated.
 *
 * @example withoutWords(chineseSentence, new Set(['我'])).split('我喜欢猫') // ['喜欢', '猫']
 */
export function withoutWords(tokenizer: SentenceTokenizer, words: ReadonlySet<string>): SentenceTokenizer {
  return {
    split: (text) => {
      const all = tokenizer.split(text);
      const kept = all.filter((token) => !words.has(token));
      return kept.length > 0 ? kept : all;
    },
    join: (tokens) => tokenizer.join(tokens),
  };
}
