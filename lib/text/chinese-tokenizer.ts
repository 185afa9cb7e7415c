import { expectText } from './expect-text';
import type { Tokenizer } from './tokenizer';

/**
 * A clause with the signs and spaces after it: words don't reach over them. The segmenter takes time in the square of the
 * length, so a clause that never ends is cut after 200 characters.
 */
const clause = /[^\s。！？，、；：]{1,200}[\s。！？，、；：]{0,200}|[\s。！？，、；：]{1,200}/gu;

let segmenter: Intl.Segmenter | undefined;

/**
 * Chinese words, which no spaces divide: ICU's dictionary, as `Intl.Segmenter` has it, finds the likeliest cut.
 *
 * Another version of Node.js may have another dictionary and cut a rare word elsewhere.
 *
 * @example chineseTokenizer.split('我喜欢吃苹果。') // ['我', '喜欢', '吃', '苹果', '。']
 */
export const chineseTokenizer: Tokenizer = {
  split(text) {
    segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
    const tokens: string[] = [];
    for (const part of expectText('chineseTokenizer', text).match(clause) ?? [])
      for (const { segment } of segmenter.segment(part)) tokens.push(segment);
    return tokens;
  },
  join: (tokens) => tokens.join(''),
};
