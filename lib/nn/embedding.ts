import * as tf from '@tensorflow/tfjs';
import { guard } from '../compile';
import { expectBetween } from '../expect/expect-between';
import { expectShape } from '../expect/expect-shape';
import { expectSize } from '../expect/expect-size';
import type { Rng } from '../rng';
import type { Layer } from './layer';
import { normal } from './normal';
import { param } from './param';

/** What {@link Embedding} takes besides its sizes. */
export interface EmbeddingOptions {
  /** The spread of the numbers at the start, around 0; 1 by default. */
  readonly deviation?: number;
}

/**
 * A table with one row of numbers per token: looking a row up, instead of multiplying by a row with a single 1.
 *
 * @example new Embedding(65, 128, new Rng(0)).forward(ids) // int32 [batch, time] → [batch, time, 128]
 */
export class Embedding implements Layer {
  /** `[count, size]`, starts normally distributed */
  readonly weight: tf.Variable<tf.Rank.R2>;

  constructor(
    readonly count: number,
    readonly size: number,
    rng: Rng,
    { deviation = 1 }: EmbeddingOptions = {},
  ) {
    expectSize('Embedding', 'tokens', count);
    expectSize('Embedding', 'channels', size);
    expectBetween('Embedding', 'a deviation', deviation, 0);
    this.weight = param(normal<tf.Rank.R2>([count, size], deviation, rng));
  }

  /**
   * @param ids int32 `[...]`, each 0 … count − 1
   * @returns `[..., size]`
   * @throws Error naming the first token that is outside the table
   */
  forward<T extends tf.Tensor = tf.Tensor>(ids: tf.Tensor): T {
    const who = `Embedding(${this.count} × ${this.size})`;
    if (ids.dtype !== 'int32') throw new Error(`${who}: expected int32 token ids, got ${ids.dtype}`);
    expectShape(who, ids, '...');
    const { count } = this;
    guard([ids], (values) => {
      const outside = values.find((id) => id < 0 || id >= count);
      if (outside !== undefined)
        throw new Error(
          `Embedding: token ${outside} is outside the vocabulary of ${count} (0–${count - 1}). ` +
            'Was the text encoded with another vocabulary?',
        );
    });
    return tf.gather(this.weight, ids as tf.Tensor1D) as tf.Tensor as T;
  }
}
