import * as tf from '@tensorflow/tfjs';
import { expectDistributions } from './expect-distributions';
import { expectPair } from './expect-pair';

/** Over what {@link kl} takes the mean. */
export interface KlOptions {
  /** `rows`: the mean over the distributions; `mean`: over all their numbers; `sum`: of everything. */
  readonly reduction?: 'rows' | 'mean' | 'sum';
}

/** Smaller than any float32 that is not 0: keeps 0 ln 0 at 0. */
const smallest = 1e-37;

/**
 * Kullback and Leibler's divergence KL(P‖Q) of a model Q from a target P, in nats per row; 0 where they are equal.
 *
 * (Kullback and Leibler, "On information and sufficiency", 1951.) Gradients go to both sides.
 *
 * @param logQ the model's log-probabilities `[..., classes]`
 * @param p the target's probabilities, the same shape, whose rows add up to 1
 * @throws Error on rows that are no distributions; on a log-probability of −Infinity, which would cost infinitely many
 */
export function kl(logQ: tf.Tensor, p: tf.Tensor, { reduction = 'rows' }: KlOptions = {}): tf.Scalar {
  expectPair('kl', logQ, p);
  expectDistributions('kl', 'target probabilities', p);
  return tf.tidy(() => {
    // p (ln p − ln q)
    const terms = p.mul(p.maximum(smallest).log().sub(logQ));
    const n = { sum: 1, mean: terms.size, rows: terms.size / terms.shape[terms.rank - 1] }[reduction];
    return terms.sum<tf.Scalar>().div(n);
  });
}
