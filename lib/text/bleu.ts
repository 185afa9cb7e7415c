/** How {@link bleu} treats orders without a match. */
export interface BleuOptions {
  /** The longest n-grams that count; 4 by default. */
  readonly maxOrder?: number;
  /**
   * `none`: an order without a match makes the score 0. `exp`: the k-th such order counts as 1/2ᵏ of a match, as
   * sacrebleu does by default. `floor`: as `smoothValue` matches. `add-k`: that many are added to the matches and the
   * n-grams of the orders from 2 on.
   */
  readonly smoothing?: 'none' | 'exp' | 'floor' | 'add-k';
  /** For `floor` (0.1 by default) and `add-k` (1 by default). */
  readonly smoothValue?: number;
}

/** A BLEU score and what it is made of. */
export interface Bleu {
  /** 0 … 1, where sacrebleu prints 0 … 100. */
  readonly score: number;
  /** For each order, the share of n-grams that a reference has too. */
  readonly precisions: readonly number[];
  readonly matches: readonly number[];
  readonly totals: readonly number[];
  /** Below 1 where the hypotheses are shorter than the references. */
  readonly brevityPenalty: number;
  readonly hypothesisLength: number;
  readonly referenceLength: number;
}

/**
 * How much translations have in common with reference translations: the geometric mean of the shares of words, pairs,
 * triples and quadruples that a reference has too, times a penalty for being short.
 *
 * It is a score of a corpus; for single sentences it says little. Papineni, Roukos, Ward and Zhu, "BLEU: a method for
 * automatic evaluation of machine translation", 2002, section 2; sums over the corpus and smoothing as in Post, "A call
 * for clarity in reporting BLEU scores" (sacrebleu), 2018.
 *
 * @param hypotheses the tokens of each translation
 * @param references for each translation the tokens of at least one reference
 * @example bleu([['the', 'cat']], [[['the', 'cat', 'sat']]]).precisions // [1, 1, 0, 0]
 */
export function bleu(
  hypotheses: readonly (readonly string[])[],
  references: readonly (readonly (readonly string[])[])[],
  { maxOrder = 4, smoothing = 'none', smoothValue }: BleuOptions = {},
): Bleu {
  if (hypotheses.length === 0 || hypotheses.length !== references.length)
    throw new Error(
      'bleu: expected at least one translation, and references for each, ' +
        `got ${hypotheses.length} translations and references for ${references.length}`,
    );
  const without = references.findIndex((list) => list.length === 0);
  if (without >= 0) throw new Error(`bleu: expected a reference for translation ${without}, got none`);
  const matches = new Array<number>(maxOrder).fill(0);
  const totals = new Array<number>(maxOrder).fill(0);
  let [hypothesisLength, referenceLength] = [0, 0];
  for (const [index, hypothesis] of hypotheses.entries()) {
    hypothesisLength += hypothesis.length;
    referenceLength += closestLength(hypothesis.length, references[index]);
    for (let order = 1; order <= maxOrder; order++) {
      const most = new Map<string, number>();
      for (const reference of references[index])
        for (const [gram, count] of countGrams(reference, order))
          most.set(gram, Math.max(count, most.get(gram) ?? 0));
      for (const [gram, count] of countGrams(hypothesis, order)) {
        totals[order - 1] += count;
        // An n-gram counts as often as the reference that has it most often.
        matches[order - 1] += Math.min(count, most.get(gram) ?? 0);
      }
    }
  }
  if (smoothing === 'add-k')
    for (let order = 2; order <= maxOrder; order++) {
      matches[order - 1] += smoothValue ?? 1;
      totals[order - 1] += smoothValue ?? 1;
    }
  let missing = 0;
  const precisions = matches.map((match, index) => {
    if (totals[index] === 0) return 0;
    if (match > 0) return match / totals[index];
    if (smoothing === 'exp') return 1 / (2 ** ++missing * totals[index]);
    return smoothing === 'floor' ? (smoothValue ?? 0.1) / totals[index] : 0;
  });
  // BP = min(1, e^(1 − r/c))
  const brevityPenalty =
    hypothesisLength === 0 ? 0 : Math.min(1, Math.exp(1 - referenceLength / hypothesisLength));
  // BLEU = BP · exp(1/N Σ ln p_n)
  const logs = precisions.reduce((sum, precision) => sum + Math.log(precision), 0) / maxOrder;
  const score = hypothesisLength === 0 ? 0 : brevityPenalty * Math.exp(logs);
  return { score, precisions, matches, totals, brevityPenalty, hypothesisLength, referenceLength };
}

/** How often a text has each run of `order` tokens. */
function countGrams(tokens: readonly string[], order: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let start = 0; start + order <= tokens.length; start++) {
    const gram = JSON.stringify(tokens.slice(start, start + order));
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** The length of the reference that is nearest to the translation's; of two, the shorter. */
function closestLength(length: number, references: readonly (readonly string[])[]): number {
  const lengths = references.map((reference) => reference.length).sort((a, b) => a - b);
  return lengths.reduce((best, each) => (Math.abs(each - length) < Math.abs(best - length) ? each : best));
}
