import type * as OpenCc from 'opencc-js';
import { expectText } from './expect-text';

let convert: OpenCc.ConverterFunction | undefined;

/**
 * Chinese in simplified characters, whichever it was written in: 學 becomes 学. Half of the sentences that people gave
 * to Tatoeba are in traditional ones, and a model would take the two for different words.
 *
 * OpenCC's tables, which look at words where a character alone isn't enough.
 *
 * @example simplified('你好嗎？我在學中文。') // '你好吗？我在学中文。'
 */
export function simplified(text: string): string {
  // The part with the tables for this direction only: a tenth of the whole.
  const { Converter } = require('opencc-js/t2cn') as typeof OpenCc;
  convert ??= Converter({ from: 't', to: 'cn' });
  return convert(expectText('simplified', text));
}
