import { sentenceEnd } from 'lineage';

/** Counting as the definitions say it, by strings: what the trie is compared with. */
export class NaiveCounts {
  readonly vocabulary: readonly string[];
  /** Every n-gram of length 1 … order that ends in a token or an end, as often as it occurs. */
  readonly #all: string[][] = [];

  constructor(sentences: readonly (readonly string[])[], order: number) {
    this.vocabulary = [...new Set([sentenceEnd, ...sentences.flat()])];
    for (const sentence of sentences) {
      const padded = [...Array<string>(order - 1).fill('<s>'), ...sentence, sentenceEnd];
      for (let last = order - 1; last < padded.length; last++)
        for (let length = 1; length <= order; length++)
          this.#all.push(padded.slice(last + 1 - length, last + 1));
    }
  }

  /** c(g) */
  count(gram: readonly string[]): number {
    return this.#all.filter((one) => one.join(' ') === gram.join(' ')).length;
  }

  /** Σ c(h w) over w */
  total(context: readonly string[]): number {
    return this.vocabulary.reduce((sum, token) => sum + this.count([...context, token]), 0);
  }

  /** N₁₊(• g) */
  before(gram: readonly string[]): number {
    const longer = this.#all.filter(
      (one) => one.length === gram.length + 1 && one.slice(1).join(' ') === gram.join(' '),
    );
    return new Set(longer.map(([first]) => first)).size;
  }

  /** N₁₊(h •) */
  types(context: readonly string[]): number {
    return this.vocabulary.filter((token) => this.count([...context, token]) > 0).length;
  }
}
