/**
 * Text in which a run of white space is one space, trimmed.
 *
 * Character by character: a regular expression runs out of stack on a run of millions.
 */
export function oneSpace(text: string): string {
  return text
    .replace(/(?<=\s)\s/g, '')
    .replace(/\s/g, ' ')
    .trim();
}
