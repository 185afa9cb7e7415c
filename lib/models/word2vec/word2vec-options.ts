import type { Rng } from '../../rng';

/** How {@link trainWord2Vec} trains. */
export interface Word2VecOptions {
  /** Skip-gram: a word predicts each word near it. CBOW: the words near it, averaged, predict it; quicker. */
  readonly architecture?: 'skip-gram' | 'cbow';
  /** Passes over the corpus. */
  readonly epochs: number;
  /** How far "near" reaches at most, in words to each side, 5 by default: wide learns topics, narrow learns roles. */
  readonly window?: number;
  /**
   * How the words that are not near are kept apart: by noise words (the default), or by the forks of a tree, which is
   * better for rare words.
   */
  readonly output?: 'negative sampling' | 'hierarchical softmax';
  /** Noise words per true one, 5 by default: 5–20 for small corpora, 2–5 for large ones; without any, all words agree. */
  readonly negatives?: number;
  /** Words above this share of the corpus are dropped at times, 1e-3 by default; Infinity keeps all. */
  readonly subsample?: number;
  /** The rate at the beginning, 0.025 by default, 0.075 for CBOW; it falls in a straight line to nearly 0. */
  readonly learningRate?: number;
  /** Its seed alone decides what is drawn; nothing is drawn from it itself. */
  readonly rng: Rng;
  /** Measures every so many steps, and after the last. */
  readonly heldOut?: {
    readonly every: number;
    readonly measure: () => Readonly<Record<string, number>> | Promise<Readonly<Record<string, number>>>;
  };
  /** How many steps of this run were made before: goes on with the next, as if never stopped. */
  readonly after?: number;
  /** Stops the run. By default the notebook's stop button. */
  readonly signal?: AbortSignal;
}
