import { expectDiscount } from './expect-discount';
import type { Estimate, Smoothing } from './smoothing';

/**
 * Interpolated Kneser–Ney: every context passes a share of its probability on to the shorter one, and a shorter context
 * counts not how often a token came, but after how many different tokens.
 *
 * Kneser and Ney, "Improved backing-off for m-gram language modeling", 1995; interpolated: Chen and Goodman, "An
 * empirical study of smoothing techniques for language modeling", 1998, section 2.7. An n-gram that begins with a start
 * keeps its count, since nothing can stand in front of it: Heafield et al., "Scalable modified Kneser–Ney language model
 * estimation", 2013, section 3.3.
 *
 * @param discount d, what each count is lowered by, above 0 and below 1; 0.75 by default
 * @example new NgramModel(counts, kneserNey())
 */
export function kneserNey(discount = 0.75): Smoothing {
  expectDiscount('kneserNey', discount);
  return (counts) => {
    const { trie, order, start } = counts;
    const even = () => 1 / counts.vocabulary.size;
    const after: Estimate = (context) => {
      const shorter = context.length > 0 ? after(context.slice(1)) : even;
      const h = counts.node(context);
      if (h < 0 || trie.total[h] === 0) return shorter;
      // a(h w): the count where h is whole or begins the sentence, else N₁₊(• h w)
      const whole = context.length === order - 1 || context[0] === start;
      const adjusted = whole ? trie.count : trie.before;
      const all = (whole ? trie.total : trie.around)[h];
      const passedOn = (discount * trie.types[h]) / all;
      return (token) => {
        const hw = trie.child(h, token);
        const own = hw < 0 ? 0 : Math.max(adjusted[hw] - discount, 0);
        // P(w | h) = max(a(h w) − d, 0) / a(h) + d N₁₊(h •) / a(h) · P(w | h′)
        return own / all + passedOn * shorter(token);
      };
    };
    return after;
  };
}
