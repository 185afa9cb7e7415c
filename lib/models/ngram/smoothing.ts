import type { NgramCounts } from './ngram-counts';

/**
 * How counts become probabilities: P(token | context) for every token of the vocabulary, by its id.
 *
 * @param context ids of the tokens before, `[order − 1]`, as {@link NgramCounts.context} gives them
 */
export type Estimate = (context: readonly number[]) => (token: number) => number;

/** A way from counts to probabilities that sum to 1 after every context, such as `addK(1)`. */
export type Smoothing = (counts: NgramCounts) => Estimate;
