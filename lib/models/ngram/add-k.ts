import { expectBetween } from '../../expect/expect-between';
import type { Smoothing } from './smoothing';

/**
 * Every n-gram gets k occurrences more than it was seen: nothing is impossible any more. With k = 0 it is plain
 * counting, and after a context that was never seen all probabilities are 0.
 *
 * Laplace, "Essai philosophique sur les probabilités", 1814 (k = 1); Lidstone, 1920 (any k).
 *
 * @throws Error on a k that is negative or not finite
 * @example new NgramModel(counts, addK(1))
 */
export function addK(k: number): Smoothing {
  expectBetween('addK', 'a k', k, 0, Infinity);
  return (counts) => {
    const { trie } = counts;
    const V = counts.vocabulary.size;
    return (context) => {
      const h = counts.node(context);
      const all = (h < 0 ? 0 : trie.total[h]) + k * V;
      return (token) => {
        const hw = h < 0 ? -1 : trie.child(h, token);
        // P(w | h) = (c(h w) + k) / (c(h) + k V)
        return all === 0 ? 0 : ((hw < 0 ? 0 : trie.count[hw]) + k) / all;
      };
    };
  };
}
