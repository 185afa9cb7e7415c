import type { Rng } from '../rng';
import type { SentencePair } from './sentence-pair';

/** What {@link splitBySentence} holds back. */
export interface SplitBySentenceConfig {
  /** About the share of the pairs that is held out, 0 … 1. */
  readonly heldOut: number;
  /** Sentences, of either side, that stay in training. */
  readonly keep?: readonly string[];
}

/**
 * Pairs to learn from and pairs to test with, without a sentence that is on both sides: where two pairs share a source
 * or a target, both go to the same side, and so do those that share one with either.
 *
 * @example splitBySentence(pairs, { heldOut: 0.1, keep: ['你好'] }, new Rng(1))
 */
export function splitBySentence(
  pairs: readonly SentencePair[],
  { heldOut, keep = [] }: SplitBySentenceConfig,
  rng: Rng,
): { training: SentencePair[]; test: SentencePair[] } {
  if (!(heldOut > 0 && heldOut < 1))
    throw new Error(`splitBySentence: expected a share to hold out between 0 and 1, got ${heldOut}`);
  const groups = connected(pairs);
  const kept = new Set(keep);
  const wanted = Math.round(heldOut * pairs.length);
  const training: SentencePair[] = [];
  const test: SentencePair[] = [];
  for (const index of rng.permutation(groups.length)) {
    const group = groups[index];
    const stays = group.some(({ source, target }) => kept.has(source) || kept.has(target));
    const side = !stays && test.length + group.length <= wanted ? test : training;
    side.push(...group);
  }
  if (test.length === 0 || training.length === 0)
    throw new Error(
      `splitBySentence: expected pairs for both sides, got ${training.length} and ${test.length}: ` +
        `${pairs.length} pairs are ${groups.length} groups that share no sentence`,
    );
  return { training, test };
}

/** Groups of pairs, no sentence of one group in another. */
function connected(pairs: readonly SentencePair[]): SentencePair[][] {
  const parent = Array.from(pairs, (_, index) => index);
  const root = (index: number): number => {
    while (parent[index] !== index) index = parent[index] = parent[parent[index]];
    return index;
  };
  const first = new Map<string, number>();
  for (const [index, { source, target }] of pairs.entries())
    for (const sentence of [`source ${source}`, `target ${target}`]) {
      const earlier = first.get(sentence);
      if (earlier === undefined) first.set(sentence, index);
      else parent[root(index)] = root(earlier);
    }
  const groups = new Map<number, SentencePair[]>();
  for (const [index, pair] of pairs.entries()) {
    const group = groups.get(root(index));
    if (group) group.push(pair);
    else groups.set(root(index), [pair]);
  }
  return [...groups.values()];
}
