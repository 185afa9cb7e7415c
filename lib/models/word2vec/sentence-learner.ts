import type { Rng } from '../../rng';
import { type HuffmanCode, huffmanCodes } from './huffman-codes';
import { keepProbabilities } from './keep-probabilities';
import { NoiseDistribution } from './noise-distribution';
import type { Word2Vec } from './word2vec';
import type { Word2VecOptions } from './word2vec-options';

/** What a sentence taught. */
export interface SentenceResult {
  /** Pairs (skip-gram) or words with a context (CBOW). */
  readonly examples: number;
  /** The sum of their losses, each before its update, in nats. */
  readonly loss: number;
}

/** Learns from one sentence after the other: draws what is kept, how far each word looks, and the noise. */
export class SentenceLearner {
  readonly #model: Word2Vec;
  readonly #cbow: boolean;
  readonly #window: number;
  readonly #keep: Float64Array;
  readonly #noise: NoiseDistribution;
  readonly #centre = new Int32Array(1);
  /** The true word, then the noise. */
  readonly #targets: Int32Array;
  /** The way to each word, with hierarchical softmax. */
  readonly #codes: readonly HuffmanCode[] | undefined;
  readonly #context: Int32Array;

  /** @param counts how often each word occurs in the whole corpus */
  constructor(
    model: Word2Vec,
    counts: ArrayLike<number>,
    {
      architecture = 'skip-gram',
      window = 5,
      output = 'negative sampling',
      negatives = 5,
      subsample = 1e-3,
    }: Pick<Word2VecOptions, 'architecture' | 'window' | 'output' | 'negatives' | 'subsample'>,
  ) {
    this.#model = model;
    this.#cbow = architecture === 'cbow';
    this.#window = window;
    this.#keep = keepProbabilities(counts, subsample);
    this.#noise = new NoiseDistribution(counts);
    this.#targets = new Int32Array(1 + negatives);
    this.#context = new Int32Array(2 * window);
    this.#codes = output === 'hierarchical softmax' ? huffmanCodes(counts) : undefined;
  }

  learn(sentence: Int32Array, learningRate: number, rng: Rng): SentenceResult {
    const kept = sentence.filter((word) => this.#keep[word] >= 1 || rng.uniform() < this.#keep[word]);
    let examples = 0;
    let loss = 0;
    for (let place = 0; place < kept.length; place++) {
      const reach = 1 + Math.floor(rng.uniform(0, this.#window));
      const context = this.#around(kept, place, reach);
      if (this.#cbow && context.length > 0) {
        const code = this.#codes?.[kept[place]];
        const targets = code ? code.nodes : this.#amongNoise(kept[place], rng);
        loss += this.#model.cbow(context, targets, learningRate, code?.bits);
        examples++;
      }
      if (this.#cbow) continue;
      this.#centre[0] = kept[place];
      for (let index = 0; index < context.length; index++) {
        const code = this.#codes?.[context[index]];
        const targets = code ? code.nodes : this.#amongNoise(context[index], rng);
        loss += this.#model.skipGram(this.#centre, targets, learningRate, code?.bits);
        examples++;
      }
    }
    return { examples, loss };
  }

  /** The words at most `reach` places away. */
  #around(words: Int32Array, place: number, reach: number): Int32Array {
    let size = 0;
    const end = Math.min(words.length - 1, place + reach);
    for (let other = Math.max(0, place - reach); other <= end; other++)
      if (other !== place) this.#context[size++] = words[other];
    return this.#context.subarray(0, size);
  }

  /** The word, then noise words, none of them the word itself. */
  #amongNoise(word: number, rng: Rng): Int32Array {
    this.#targets[0] = word;
    for (let k = 1; k < this.#targets.length; k++)
      do this.#targets[k] = this.#noise.draw(rng);
      while (this.#targets[k] === word);
    return this.#targets;
  }
}
