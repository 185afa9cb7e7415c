import * as tf from '@tensorflow/tfjs';
import { expectShape } from '../expect/expect-shape';
import { expectSize } from '../expect/expect-size';
import type { Rng } from '../rng';
import { Linear } from './linear';
import { normal } from './normal';
import { param } from './param';
import { softmax } from './softmax';

/** What {@link AdditiveAttention} leaves out, and what of its work is done already. */
export interface AdditiveAttentionOptions {
  /** Added to the scores, `[batch, time]`: 0 where the query may look, −1e9 at padding. */
  readonly mask?: tf.Tensor2D;
  /** U k of the keys, from {@link AdditiveAttention.project}: keys that stay the same need it only once. */
  readonly projected?: tf.Tensor3D;
}

/** What a query found, and where it looked. */
export type AdditiveLook = {
  /** `[batch, keySize]` */
  readonly context: tf.Tensor2D;
  /** `[batch, time]`; every row sums to 1 */
  readonly weights: tf.Tensor2D;
};

/**
 * A small network scores how well each key fits the query; the answer is the keys' mean, weighted by the softmax of the
 * scores.
 *
 * Bahdanau, Cho and Bengio, "Neural machine translation by jointly learning to align and translate", 2015, section 3.1
 * and appendix A.1.2.
 *
 * @example new AdditiveAttention(256, 512, 256, new Rng(0)).attend(state, annotations).context // [batch, 512]
 */
export class AdditiveAttention {
  /** W: query → hidden */
  readonly query: Linear;
  /** U: key → hidden */
  readonly key: Linear;
  /** v `[hidden]`, starts normally distributed with variance 1/hidden */
  readonly score: tf.Variable<tf.Rank.R1>;

  constructor(
    readonly querySize: number,
    readonly keySize: number,
    readonly hiddenSize: number,
    rng: Rng,
  ) {
    expectSize('AdditiveAttention', 'hidden units', hiddenSize);
    this.query = new Linear(querySize, hiddenSize, rng.fork('query'), { bias: false });
    this.key = new Linear(keySize, hiddenSize, rng.fork('key'), { bias: false });
    this.score = param(normal<tf.Rank.R1>([hiddenSize], 1 / Math.sqrt(hiddenSize), rng.fork('score')));
  }

  /**
   * @param keys `[batch, time, keySize]`
   * @returns U k `[batch, time, hidden]`
   */
  project(keys: tf.Tensor3D): tf.Tensor3D {
    return this.key.forward(keys);
  }

  /**
   * @param query `[batch, querySize]`
   * @param keys `[batch, time, keySize]`, which are the values as well
   * @returns new tensors, which the caller disposes
   */
  attend(
    query: tf.Tensor2D,
    keys: tf.Tensor3D,
    { mask, projected }: AdditiveAttentionOptions = {},
  ): AdditiveLook {
    const { querySize, keySize, hiddenSize } = this;
    const who = `AdditiveAttention(${querySize}, ${keySize})`;
    expectShape(`${who}, query`, query, 'batch', querySize);
    const [B] = query.shape;
    expectShape(`${who}, keys`, keys, B, 'time', keySize);
    const T = keys.shape[1];
    if (mask) expectShape(`${who}, mask`, mask, B, T);
    return tf.tidy(() => {
      const asked = this.query.forward(query).reshape([B, 1, hiddenSize]);
      // e_t = vᵀ tanh(W q + U k_t)                                     [B, T]
      const hidden = tf.tanh(asked.add<tf.Tensor3D>(projected ?? this.project(keys)));
      const rows = hidden.reshape([B * T, hiddenSize]); // tfjs cannot differentiate rank 3 × rank 2
      const scores = rows.matMul(this.score.reshape([hiddenSize, 1])).reshape<tf.Tensor2D>([B, T]);
      // a = softmax(e + mask)
      const weights = softmax<tf.Tensor2D>(mask ? scores.add(mask) : scores);
      // context = Σ_t a_t k_t                                          [B, keySize]
      const context = tf.matMul(weights.reshape([B, 1, T]), keys).reshape<tf.Tensor2D>([B, keySize]);
      return { context, weights };
    });
  }
}
