import { expectText } from './expect-text';
import { oneSpace } from './one-space';

/** Behind the marks that end a sentence; a line break is no end. */
const end = /(?<=[.!?。！？])(?![.!?。！？])/u;
const content = /[^.!?。！？\s]/u;

/**
 * The sentences of a text, each trimmed: a full stop, a question mark or an exclamation mark ends one. Abbreviations such
 * as “Mr.” are cut too.
 *
 * @example sentences('Speak, speak. Is it\na verdict?') // ['Speak, speak.', 'Is it a verdict?']
 */
export function sentences(text: string): string[] {
  const parts = expectText('sentences', text).split(end);
  return parts.filter((part) => content.test(part)).map(oneSpace);
}
