import { expectSize } from '../../expect/expect-size';
import type { Rng } from '../../rng';
import { drawToken } from '../draw-token';
import { type NgramCounts, sentenceEnd } from './ngram-counts';
import type { Estimate, Smoothing } from './smoothing';

/**
 * A language model by counting: the probability of the next token, given the order − 1 before it, and with it that of
 * a whole sentence, by the chain rule.
 *
 * Shannon, "A mathematical theory of communication", 1948, sections 3 and 7.
 *
 * @example
 * const counts = new NgramCounts([['i', 'am', 'sam'], ['sam', 'i', 'am']], { order: 2 });
 * new NgramModel(counts, addK(1)).probability('am', ['i']) // 0.5
 */
export class NgramModel {
  readonly #after: Estimate;

  constructor(
    readonly counts: NgramCounts,
    smoothing: Smoothing,
  ) {
    this.#after = smoothing(counts);
  }

  /**
   * P(token | before).
   *
   * @param before the sentence so far; the last order − 1 tokens count
   * @throws Error where the token isn't in the vocabulary and it has no unknown token
   */
  probability(token: string, before: readonly string[]): number {
    return this.#after(this.counts.context(before))(this.counts.vocabulary.id(token));
  }

  /**
   * P(token | before) of every token, in the order of the vocabulary.
   *
   * @throws Error after a context that was never seen, if the smoothing is none
   */
  distribution(before: readonly string[]): Float64Array {
    const probability = this.#after(this.counts.context(before));
    const all = Float64Array.from({ length: this.counts.vocabulary.size }, (_, token) => probability(token));
    if (all.every((value) => value === 0))
      throw new Error(
        `NgramModel: expected a context that the corpus has, got [${before.join(' ')}], which it never saw. ` +
          'Plain counting knows nothing then: smooth it, as by addK(0.1) or kneserNey().',
      );
    return all;
  }

  /**
   * ln P of every token of a sentence and of its end, in nats; −Infinity for what is impossible.
   *
   * @returns `[tokens + 1]`
   * @throws Error where a token isn't in the vocabulary and it has no unknown token
   */
  logProbabilities(sentence: readonly string[]): Float64Array {
    const { counts } = this;
    const ids = counts.encode(sentence);
    const window = counts.context([]);
    return Float64Array.from(ids, (id) => {
      const probability = this.#after(window)(id);
      window.push(id);
      window.shift();
      return Math.log(probability);
    });
  }

  /** ln P(sentence), its end included, in nats. */
  logProbability(sentence: readonly string[]): number {
    // ln P(w₁ … wₙ) = Σ ln P(wᵢ | w₁ … wᵢ₋₁)
    return this.logProbabilities(sentence).reduce((sum, logP) => sum + logP, 0);
  }

  /** The mean surprise, −ln P per token with the ends, in nats; its exponential is the perplexity. */
  loss(sentences: readonly (readonly string[])[]): number {
    if (sentences.length === 0) throw new Error('NgramModel.loss: expected at least one sentence, got none');
    let sum = 0;
    let tokens = 0;
    for (const sentence of sentences) {
      sum += this.logProbability(sentence);
      tokens += sentence.length + 1;
    }
    return -sum / tokens;
  }

  /**
   * A sentence drawn token by token until its end.
   *
   * @param most at most so many tokens
   */
  sample(rng: Rng, most = 1000): string[] {
    expectSize('NgramModel.sample', 'tokens', most);
    const sentence: string[] = [];
    while (sentence.length < most) {
      const token = this.counts.vocabulary.token(drawToken(this.distribution(sentence), rng));
      if (token === sentenceEnd) break;
      sentence.push(token);
    }
    return sentence;
  }
}
