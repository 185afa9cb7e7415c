import type { Rng } from '../../rng';

/**
 * Where noise words come from: each word in proportion to its count to the power of ¾.
 *
 * P(w) = count(w)^¾ / Σ count^¾ (Mikolov et al. 2013b, section 2.2). The power lies between drawing every word alike
 * and drawing it as often as it is written: rare words come up more, "the" less.
 *
 * A draw costs the same however many words there are, by the alias method: every word gets a box of the same width,
 * and what a frequent word has too much fills up the boxes of rare ones, so that no box holds more than two words
 * (Vose, "A linear algorithm for generating random numbers with a given distribution", 1991).
 */
export class NoiseDistribution {
  /** P(w) of each word. */
  readonly probabilities: Float64Array;
  /** How much of a word's box is its own, 0 … 1, */
  readonly #own: Float64Array;
  /** and whose the rest is. */
  readonly #alias: Int32Array;

  /** @param counts how often each word occurs; at least one does */
  constructor(counts: ArrayLike<number>) {
    const weights = Float64Array.from(counts, (count) => count ** 0.75);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    if (!(sum > 0 && sum < Infinity))
      throw new Error(`NoiseDistribution: expected counts with a sum above 0, got ${sum}`);
    this.probabilities = weights.map((weight) => weight / sum);
    const size = weights.length;
    this.#own = this.probabilities.map((probability) => probability * size);
    this.#alias = Int32Array.from({ length: size }, (_, word) => word);
    const words = [...this.#alias];
    const small = words.filter((word) => this.#own[word] < 1);
    const large = words.filter((word) => this.#own[word] >= 1);
    while (small.length > 0 && large.length > 0) {
      const rare = small.pop()!;
      const frequent = large[large.length - 1];
      this.#alias[rare] = frequent;
      this.#own[frequent] -= 1 - this.#own[rare];
      if (this.#own[frequent] < 1) small.push(large.pop()!);
    }
    // What is left is a full box, but for rounding.
    for (const word of [...small, ...large]) this.#own[word] = 1;
  }

  /** A noise word. */
  draw(rng: Rng): number {
    const place = rng.uniform() * this.#own.length;
    const box = Math.floor(place);
    return place - box < this.#own[box] ? box : this.#alias[box];
  }
}
