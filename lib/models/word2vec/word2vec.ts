import { expectSize } from '../../expect/expect-size';
import type { Rng } from '../../rng';
import { sigmoid } from './sigmoid';
import { StepMemory } from './step-memory';
import { VectorTable } from './vector-table';

/** The sizes of a {@link Word2Vec}. */
export interface Word2VecConfig {
  /** How many words there are; each is known by its number, 0 … vocabularySize − 1. */
  readonly vocabularySize: number;
  /** How many numbers the vector of a word has: more can tell more apart, and need more text. */
  readonly vectorSize: number;
}

/**
 * word2vec: a word's vector is learned from the words around it.
 *
 * A score, the product of two vectors, says how well two words go together. It shall be high for a word and one that
 * was found near it, low for the same word and a few drawn at random, the noise. Each word has two vectors: one in
 * `input`, which is wanted in the end, for when it asks; one in `output` for when it is asked about.
 *
 * With hierarchical softmax there is no noise: `output` has a vector for each fork of a tree, and the targets are the
 * forks on the way to the word found near, the labels which way it goes there.
 *
 * Skip-gram, CBOW: Mikolov, Chen, Corrado, Dean, "Efficient estimation of word representations in vector space",
 * 2013a, section 3. Negative sampling: Mikolov, Sutskever, Chen, Corrado, Dean, "Distributed representations of words
 * and phrases and their compositionality", 2013b, section 2.2; hierarchical softmax: section 2.1.
 *
 * The gradient is worked out by hand and the tables are plain memory, not tensors: a step changes a few rows of a
 * table, which takes far less time than to ask a tensor library for it. The same seed gives the same vectors on every
 * machine.
 *
 * @example new Word2Vec({ vocabularySize: 704, vectorSize: 32 }, new Rng(0)).input.vector(3) // [32]
 */
export class Word2Vec {
  readonly vocabularySize: number;
  readonly vectorSize: number;
  /** The vectors u of the words, `[vocabularySize, vectorSize]`. */
  readonly input: VectorTable;
  /** The vectors w by which words are predicted, `[vocabularySize, vectorSize]`. */
  readonly output: VectorTable;
  /** By how many targets there are. */
  readonly #steps = new Map<number, StepMemory>();

  constructor({ vocabularySize, vectorSize }: Word2VecConfig, rng: Rng) {
    expectSize('Word2Vec', 'words', vocabularySize, 2);
    expectSize('Word2Vec', 'numbers per vector', vectorSize);
    const bytes = 2 * vocabularySize * VectorTable.rowBytes(vectorSize);
    if (bytes > 2 ** 31)
      throw new Error(
        `Word2Vec: expected tables of at most 2 GiB, got ${vocabularySize} words of ${vectorSize} numbers`,
      );
    this.vocabularySize = vocabularySize;
    this.vectorSize = vectorSize;
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65_536) }); // pages of 64 KiB
    this.input = new VectorTable(vocabularySize, vectorSize, memory, 0);
    this.output = new VectorTable(vocabularySize, vectorSize, memory, this.input.end);
    // u uniform in ±1 / (2 vectorSize), w zero, as in word2vec.c
    const range = 1 / (2 * vectorSize);
    this.input.assign(
      Float32Array.from({ length: vocabularySize * vectorSize }, () => rng.uniform(-range, range)),
    );
  }

  /**
   * One step of skip-gram: a word predicts a word near it.
   *
   * Of several pairs, each sees the vectors from before the step, and what they say about one vector adds up. word2vec
   * is trained with one pair a step: with many, the vectors of frequent words overshoot, and may run away.
   *
   * @param centres the word that asks, of each pair, int32 `[pairs]`
   * @param targets per pair the word that was found near it, then noise words, int32 `[pairs × (1 + negatives)]`
   * @param learningRate how far the vectors move down the gradient of the pairs' losses
   * @param labels the right answer for each target, 1 or 0, `[targets]`; if not given, 1 for the first of each pair
   * @returns the mean loss of the pairs before the step, in nats; Infinity where the vectors have run away
   */
  skipGram(
    centres: Int32Array,
    targets: Int32Array,
    learningRate: number,
    labels?: ArrayLike<number>,
  ): number {
    const { input } = this;
    const pairs = centres.length;
    this.#expectWords(centres);
    const step = this.#prepare(targets, pairs, labels);
    const { kernels } = step;
    let loss = 0;
    for (let pair = 0; pair < pairs; pair++)
      loss += this.#compare(step, pair, input.address(centres[pair]), learningRate, labels);
    // w −= η ∂L/∂w, for all pairs before the first u changes
    for (let pair = 0; pair < pairs; pair++)
      kernels.spread(step.errors(pair), step.rows(pair), input.address(centres[pair]));
    // u −= η ∂L/∂u
    for (let pair = 0; pair < pairs; pair++)
      kernels.add(1, step.gradient(pair), input.address(centres[pair]));
    return loss / pairs;
  }

  /**
   * One step of CBOW (continuous bag of words): the words around a word, their vectors averaged, predict it.
   *
   * The gradient is that of the average: each word around gets 1/C of it. word2vec.c gives each the whole, and learns
   * worse for it (İrsoy, Benton, Stratos, "Corrected CBOW performs as well as skip-gram", 2021).
   *
   * @param context the words around, int32 `[words]`
   * @param targets the word in their middle, then noise words, int32 `[1 + negatives]`
   * @param learningRate how far the vectors move down the gradient of the loss
   * @param labels the right answer for each target, 1 or 0, `[targets]`; if not given, 1 for the first
   * @returns the loss before the step, in nats
   */
  cbow(context: Int32Array, targets: Int32Array, learningRate: number, labels?: ArrayLike<number>): number {
    const { input } = this;
    const share = 1 / context.length;
    this.#expectWords(context);
    const step = this.#prepare(targets, 1, labels);
    const { kernels, hidden } = step;
    // h = 1/C Σ u
    step.floats.fill(0, hidden / 4, (hidden + input.rowBytes) / 4);
    for (const word of context) kernels.add(share, input.address(word), hidden);
    const loss = this.#compare(step, 0, hidden, learningRate, labels);
    // w −= η ∂L/∂w
    kernels.spread(step.errors(0), step.rows(0), hidden);
    // u −= η ∂L/∂u, where ∂L/∂u = 1/C ∂L/∂h
    for (const word of context) kernels.add(share, step.gradient(0), input.address(word));
    return loss;
  }

  /**
   * Compares one h with its targets: leaves −η ∂L/∂score in the pair's errors and −η ∂L/∂h in its gradient.
   *
   * @returns L = −ln σ(w₀·h) − Σ_k ln σ(−w_k·h)   (2013b, equation 4); by labels, −Σ_k ln σ(±w_k·h)   (equation 3)
   */
  #compare(
    step: StepMemory,
    pair: number,
    hidden: number,
    learningRate: number,
    labels?: ArrayLike<number>,
  ): number {
    const { kernels, floats, targets } = step;
    const rows = step.rows(pair);
    const errors = step.errors(pair);
    kernels.score(hidden, rows, errors);
    let likelihood = 1;
    for (let k = 0; k < targets; k++) {
      const place = (errors >>> 2) + k; // in numbers of four bytes
      // how likely the model holds the right answer: yes for the first target, no for the noise
      const yes = labels ? labels[pair * targets + k] === 1 : k === 0;
      const right = sigmoid(yes ? floats[place] : -floats[place]);
      likelihood *= right;
      // −∂L/∂score = label − σ(score)
      const error = learningRate * (1 - right);
      floats[place] = yes ? error : -error;
    }
    // ∂L/∂h = Σ_k ∂L/∂score_k w_k
    kernels.combine(errors, rows, step.gradient(pair));
    return -Math.log(likelihood);
  }

  /** The scratch memory for a step with these targets, whose addresses it holds. */
  #prepare(targets: Int32Array, pairs: number, labels?: ArrayLike<number>): StepMemory {
    const each = targets.length / pairs;
    if (!Number.isInteger(each) || each < 1 || each > 257)
      throw new Error(
        `Word2Vec: expected for each of ${pairs} pairs a target and 0 … 256 noise words, ` +
          `got ${targets.length} targets`,
      );
    if (labels && labels.length !== targets.length)
      throw new Error(`Word2Vec: expected a label per target, got ${labels.length} for ${targets.length}`);
    let step = this.#steps.get(each);
    // A memory that has grown for another number of targets took the old views away.
    if (!step || step.pairs < pairs || step.floats.length === 0) {
      step = new StepMemory(this.output, pairs, each);
      this.#steps.set(each, step);
    }
    const { integers } = step;
    const { count, start, rowBytes } = this.output;
    const first = step.rows(0) >>> 2; // in numbers of four bytes
    for (let index = 0; index < targets.length; index++) {
      const word = targets[index];
      if (!(word >= 0 && word < count)) this.#refuse(word);
      integers[first + index] = start + word * rowBytes;
    }
    return step;
  }

  #expectWords(words: Int32Array): void {
    if (words.length === 0) throw new Error('Word2Vec: expected at least one word, got none');
    for (const word of words) if (!(word >= 0 && word < this.vocabularySize)) this.#refuse(word);
  }

  #refuse(word: number): never {
    throw new Error(
      `Word2Vec: word ${word} is outside the vocabulary of ${this.vocabularySize} ` +
        `(0–${this.vocabularySize - 1}). Was the text encoded with another vocabulary?`,
    );
  }
}
