import * as tf from '@tensorflow/tfjs';
import { expectShape } from '../expect/expect-shape';
import type { Rng } from '../rng';
import type { AdditiveAttentionOptions, AdditiveLook } from './additive-attention';
import { Linear } from './linear';
import { softmax } from './softmax';

/** How {@link LuongAttention} scores a key. */
export interface LuongAttentionOptions {
  /** `dot`: q · k, for queries and keys of one size; `general`: q · W k, by default. */
  readonly score?: 'dot' | 'general';
}

/**
 * A dot product scores how well each key fits the query, which is one matrix product for all keys; the answer is the
 * keys' mean, weighted by the softmax of the scores.
 *
 * Luong, Pham and Manning, "Effective approaches to attention-based neural machine translation", 2015, section 3.1.
 *
 * @example new LuongAttention(256, 512, new Rng(0)).attend(state, annotations).context // [batch, 512]
 */
export class LuongAttention {
  /** W: key → query; none where the score is `dot` */
  readonly key: Linear | undefined;

  constructor(
    readonly querySize: number,
    readonly keySize: number,
    rng: Rng,
    { score = 'general' }: LuongAttentionOptions = {},
  ) {
    if (score !== 'dot' && score !== 'general')
      throw new Error(`LuongAttention: expected a score 'dot' or 'general', got ${score}`);
    if (score === 'dot' && querySize !== keySize)
      throw new Error(
        `LuongAttention: expected queries and keys of one size for the score 'dot', got ${querySize} and ${keySize}. ` +
          "Try 'general'.",
      );
    if (score === 'general') this.key = new Linear(keySize, querySize, rng.fork('key'), { bias: false });
  }

  /**
   * @param keys `[batch, time, keySize]`
   * @returns W k, or k itself, `[batch, time, querySize]`
   */
  project(keys: tf.Tensor3D): tf.Tensor3D {
    return this.key ? this.key.forward(keys) : keys.clone();
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
    const { querySize, keySize } = this;
    const who = `LuongAttention(${querySize}, ${keySize})`;
    expectShape(`${who}, query`, query, 'batch', querySize);
    const [B] = query.shape;
    expectShape(`${who}, keys`, keys, B, 'time', keySize);
    const T = keys.shape[1];
    if (mask) expectShape(`${who}, mask`, mask, B, T);
    return tf.tidy(() => {
      // e_t = q · W k_t                                                [B, T]
      const offered = projected ?? this.project(keys);
      const scores = tf
        .matMul(query.reshape<tf.Tensor3D>([B, 1, querySize]), offered, false, true)
        .reshape<tf.Tensor2D>([B, T]);
      // a = softmax(e + mask)
      const weights = softmax<tf.Tensor2D>(mask ? scores.add(mask) : scores);
      // context = Σ_t a_t k_t                                          [B, keySize]
      const context = tf.matMul(weights.reshape([B, 1, T]), keys).reshape<tf.Tensor2D>([B, keySize]);
      return { context, weights };
    });
  }
}
