import * as tf from '@tensorflow/tfjs';
import { begin, end, padding, type SentenceCoder } from '../text/sentence-coder';
import type { Batch, Dataset } from './dataset';
import { expectIndices } from './expect-indices';
import type { SentencePair } from './sentence-pair';

/** The two languages of {@link SentencePairs}. */
export interface SentenceCoders {
  readonly source: SentenceCoder;
  readonly target: SentenceCoder;
}

/** How {@link SentencePairs} pads. */
export interface SentencePairsOptions {
  /**
   * Lengths that targets are padded to, in tokens with the end token, shortest first: a batch gets the shortest that
   * holds all of its targets, and `train` fills it with targets of about one length. Each further length is another
   * shape, which is compiled anew: a few are enough. By default all are as long as the longest.
   */
  readonly buckets?: readonly number[];
}

/**
 * What a translator learns from by teacher forcing: a source and the target up to some token go in, the next token should
 * come out, for all tokens of the target at once.
 *
 * `crossEntropy` is to ignore `padding` where targets are shorter than the longest.
 *
 * @example
 * const data = new SentencePairs(pairs, { source: chinese, target: english });
 * data.take([0]); // x int32 [1, 12 + 13]: 你好 <pad> … <begin> hello <pad> …; y int32 [1, 13]: hello <end> <pad> …
 */
export class SentencePairs implements Dataset<tf.Tensor2D, tf.Tensor2D> {
  readonly size: number;
  readonly isFixed: boolean;
  /** How many tokens a source has, with its padding. */
  readonly sourceLength: number;
  /** How many tokens the longest target has, with its begin or end token. */
  readonly targetLength: number;
  readonly bucketOf?: (index: number) => number;
  readonly #buckets: readonly number[];
  readonly #sources: readonly Int32Array[];
  readonly #targets: readonly Int32Array[];

  /** @throws Error on no pairs, a sentence without tokens or with too many, or buckets that are not in order */
  constructor(
    readonly pairs: readonly SentencePair[],
    { source, target }: SentenceCoders,
    { buckets = [] }: SentencePairsOptions = {},
  ) {
    this.size = pairs.length;
    if (this.size === 0) throw new Error('SentencePairs: expected at least one pair, got none');
    this.sourceLength = source.longest;
    this.targetLength = target.longest + 1;
    this.#sources = pairs.map((pair) => source.encode(pair.source));
    this.#targets = pairs.map((pair) => target.encode(pair.target));
    const isOrdered = buckets.every(
      (length, k) => Number.isInteger(length) && length > (buckets[k - 1] ?? 0),
    );
    if (!isOrdered)
      throw new Error(`SentencePairs: expected buckets of growing whole lengths, got ${buckets.join(', ')}`);
    this.#buckets = [...buckets.filter((length) => length < this.targetLength), this.targetLength];
    this.isFixed = this.#buckets.length === 1;
    if (!this.isFixed)
      this.bucketOf = (index) => this.#buckets.findIndex((length) => this.#targets[index].length < length);
  }

  /** @returns x int32 `[batch, sourceLength + time]`, y int32 `[batch, time]`; `time` is `targetLength` or that of the bucket */
  take(indices: ArrayLike<number>): Batch<tf.Tensor2D, tf.Tensor2D> {
    const rows = this.#rows(indices);
    const S = this.sourceLength;
    const T = this.#buckets[Math.max(...rows.map((row) => this.bucketOf?.(row) ?? 0))];
    const x = new Int32Array(rows.length * (S + T)).fill(padding);
    const y = new Int32Array(rows.length * T).fill(padding);
    for (const [place, row] of rows.entries()) {
      x.set(this.#sources[row], place * (S + T));
      x.set([begin, ...this.#targets[row]], place * (S + T) + S);
      y.set([...this.#targets[row], end], place * T);
    }
    return { x: tf.tensor2d(x, [rows.length, S + T]), y: tf.tensor2d(y, [rows.length, T]) };
  }

  /** The sources alone, what a translator reads. @returns int32 `[batch, sourceLength]` */
  sources(indices: ArrayLike<number>): tf.Tensor2D {
    const rows = this.#rows(indices);
    const x = new Int32Array(rows.length * this.sourceLength).fill(padding);
    for (const [place, row] of rows.entries()) x.set(this.#sources[row], place * this.sourceLength);
    return tf.tensor2d(x, [rows.length, this.sourceLength]);
  }

  #rows(indices: ArrayLike<number>): number[] {
    return expectIndices('SentencePairs', indices, this.size, 'pairs');
  }
}
