import type * as tf from '@tensorflow/tfjs';

/** Inputs and what should come out of them, first axis the same. */
export interface Batch<X extends tf.Tensor = tf.Tensor, Y extends tf.Tensor = tf.Tensor> {
  readonly x: X;
  readonly y: Y;
}

/** Numbered examples that can be fetched in any order; {@link train} draws its batches from one. */
export interface Dataset<X extends tf.Tensor = tf.Tensor, Y extends tf.Tensor = tf.Tensor> {
  /** How many examples there are. */
  readonly size: number;
  /**
   * Whether an example is the same whenever it is taken, and with whatever others: then batches may be taken in advance.
   * Not where pictures are shifted at random, or sentences padded to the longest of their batch.
   */
  readonly isFixed?: boolean;
  /** Which bucket an example is in, where those of one bucket make a smaller batch, such as sentences of about one length. */
  bucketOf?(index: number): number;
  /** The examples with these numbers as new tensors, which the caller disposes. */
  take(indices: ArrayLike<number>): Batch<X, Y>;
}

/** Where a data set came from: every notebook shows it. */
export interface Provenance {
  readonly name: string;
  /** `real`: the published set; `npm`: a set that a package ships; `made`: generated from a seed. */
  readonly kind: 'real' | 'npm' | 'made';
  /** Mirror folder, cache, package or address it was read from; for made data, the generator and seed. */
  readonly from: string;
  readonly licence: string;
  /** The paper or page that describes it. */
  readonly source: string;
  /** What the reader should know besides, such as why made data stand in for real ones. */
  readonly note?: string;
}
