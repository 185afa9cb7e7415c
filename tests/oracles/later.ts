/**
 * The cases of each oracle file for which the library has no code yet, by name, or by the beginning of it before a `*`.
 *
 * `coverage.test.ts` fails once one of them names no case, so that the list cannot outlive its cases.
 */
export const later: Readonly<Record<string, readonly string[]>> = {
  attention: [
    'mha/self',
    'mha/self-key-padding',
    'mha/self-causal-and-padding',
    'mha/self-nobias',
    'mha/cross',
    'luong/*',
    'positions/*',
  ],
  transformer: ['encoder-post-ln/*', 'decoder-post-ln/*'],
  decoding: ['beam/*'],
  text: [
    'tfidf/*',
    'bleu/*',
    'perplexity/*',
    'ngram/*',
    'bpe/*',
    'cosine/*',
    'ranking/*',
    'bm25/*',
    'fusion/*',
  ],
};

/** Whether a pattern of `later` names a case. */
export function isNamed(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
