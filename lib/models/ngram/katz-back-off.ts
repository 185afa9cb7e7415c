import { expectDiscount } from './expect-discount';
import type { NgramCounts } from './ngram-counts';
import type { Estimate, Smoothing } from './smoothing';

/**
 * Where the longest context has seen a token, count; where it has not, ask the context that is one token shorter. What
 * is taken from the counts pays for the tokens that were not seen.
 *
 * Katz, "Estimation of probabilities from sparse data", 1987, with the fixed discount of Ney, Essen and Kneser, "On
 * structuring probabilistic dependences in stochastic language modelling", 1994, in place of Good and Turing's.
 *
 * @param discount d, what each count is lowered by, above 0 and below 1; 0.75 by default
 * @example new NgramModel(counts, katzBackOff())
 */
export function katzBackOff(discount = 0.75): Smoothing {
  expectDiscount('katzBackOff', discount);
  return (counts) => {
    const { trie } = counts;
    const V = counts.vocabulary.size;
    const even = () => 1 / V;
    const weights = new Map<number, number>(); // α by node
    const after: Estimate = (context) => {
      const shorter = context.length > 0 ? after(context.slice(1)) : even;
      const h = counts.node(context);
      if (h < 0 || trie.total[h] === 0) return shorter;
      const all = trie.total[h];
      const d = trie.types[h] < V ? discount : 0; // nothing to pay for where every token was seen
      const weight = weights.get(h) ?? (d * trie.types[h]) / all / unseenMass(counts, h, shorter);
      weights.set(h, weight);
      return (token) => {
        const hw = trie.child(h, token);
        // P(w | h) = (c(h w) − d) / c(h) where h w was seen, α(h) P(w | h′) where it was not
        return hw >= 0 ? (trie.count[hw] - d) / all : weight * shorter(token);
      };
    };
    return after;
  };
}

/** Σ P(w | h′) over the tokens that were not seen after h; 1 where there are none, as nobody asks then. */
function unseenMass(
  { trie, vocabulary }: NgramCounts,
  h: number,
  shorter: (token: number) => number,
): number {
  const seen = trie.followers(h);
  if (seen.length === vocabulary.size) return 1;
  let sum = 0;
  // The shorter list, so that a small rest is not the difference of two large sums
  if (seen.length <= vocabulary.size / 2) {
    for (const token of seen) sum += shorter(token);
    return 1 - sum;
  }
  const without = new Set(seen);
  for (let token = 0; token < vocabulary.size; token++) if (!without.has(token)) sum += shorter(token);
  return sum;
}
