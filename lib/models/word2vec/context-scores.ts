import * as tf from '@tensorflow/tfjs';
import { expectShape } from '../../expect/expect-shape';

/**
 * The scores of every word of the vocabulary as a neighbour: what word2vec would compute for each example, were there
 * time. Their softmax is how likely each word is; noise words, or a tree, stand in for it.
 *
 * Source: Mikolov et al. 2013b, equation 2 (skip-gram); 2013a, section 3.1 (CBOW).
 *
 * @param input the vectors u, `[words, size]`
 * @param output the vectors w, `[words, size]`
 * @param asking int32 `[batch, asking]`: the one word that asks (skip-gram), or all the words around (CBOW)
 * @returns logits `[batch, words]`, for {@link crossEntropy} or a softmax
 */
export function contextScores(input: tf.Tensor2D, output: tf.Tensor2D, asking: tf.Tensor2D): tf.Tensor2D {
  expectShape('contextScores', output, ...input.shape);
  expectShape('contextScores', asking, 'batch', 'asking');
  return tf.tidy(() => {
    // h = 1/C Σ u                                    [batch, size]
    const hidden = tf.gather(input, asking).mean<tf.Tensor2D>(1);
    // scores = h Wᵀ                                  [batch, words]
    return tf.matMul(hidden, output, false, true);
  });
}
