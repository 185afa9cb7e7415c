import { expectText } from './expect-text';

/** What a sentence holds, then the marks that end it; a line break is no end. */
const sentence = /[^.!?。！？]+[.!?。！？]*/gu;

/**
 * The sentences of a text, each trimmed: a full stop, a question mark or an exclamation mark ends one. Abbreviations such
 * as “Mr.” are cut too.
 *
 * @example sentences('Speak, speak. Is it\na verdict?') // ['Speak, speak.', 'Is it a verdict?']
 */
export function sentences(text: string): string[] {
  const found = expectText('sentences', text).match(sentence) ?? [];
  return found.map((part) => part.replace(/\s+/g, ' ').trim()).filter(Boolean);
}
