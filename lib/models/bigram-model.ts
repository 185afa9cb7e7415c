import * as tf from '@tensorflow/tfjs';
import { expectShape } from '../expect/expect-shape';
import { Embedding, type Layer } from '../nn';
import { Rng } from '../rng';

/**
 * Predicts the next token from the one before, by a table of logits: row i scores what follows token i. Trained with
 * cross-entropy it ends at the shares that counting finds, the maximum of the likelihood.
 *
 * Karpathy, "The spelled-out intro to language modeling: building makemore", 2022.
 *
 * @example new BigramModel(27).forward(ids) // int32 [batch, 1] → [batch, 27]
 */
export class BigramModel implements Layer<tf.Tensor2D, tf.Tensor2D> {
  /** Starts at 0, every token as likely as any other. */
  readonly scores: Embedding;

  constructor(readonly vocabulary: number) {
    this.scores = new Embedding(vocabulary, vocabulary, new Rng(0), { deviation: 0 });
  }

  /**
   * @param ids int32 `[batch, 1]`
   * @returns logits `[batch, vocabulary]`
   */
  forward(ids: tf.Tensor2D): tf.Tensor2D {
    expectShape('BigramModel', ids, 'batch', 1);
    const [B] = ids.shape;
    // z = W[i]
    return tf.tidy(() => this.scores.forward<tf.Tensor2D>(ids.reshape([B])));
  }
}
