/**
 * The cases of each oracle file for which the library has no code yet, by name, or by the beginning of it before a `*`.
 *
 * `coverage.test.ts` fails once one of them names no case, so that the list cannot outlive its cases.
 */
export const later: Readonly<Record<string, readonly string[]>> = {
  // The paper's layout is the interleaved one.
  attention: ['positions/halves-*'],
  text: ['bpe/*', 'ranking/*', 'bm25/*', 'fusion/*'],
};

/** Whether a pattern of `later` names a case. */
export function isNamed(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
