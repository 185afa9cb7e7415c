/**
 * Refuses what isn't a string, as data read from a file may turn out to be.
 *
 * @throws TypeError `words: expected a string, got undefined`
 */
export function expectText(who: string, text: unknown): string {
  if (typeof text === 'string') return text;
  throw new TypeError(`${who}: expected a string, got ${text === null ? 'null' : typeof text}`);
}
