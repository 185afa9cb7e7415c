import * as tf from '@tensorflow/tfjs';

/** How {@link chooseToken} chooses: what is fixed in the operations that it does. */
export interface ChooseTokenConfig {
  /** Whether the likeliest token is taken; then nothing else here matters. */
  readonly greedy: boolean;
  /** Only the k likeliest tokens stay. */
  readonly topK: number;
  /** Whether only the likeliest tokens stay whose probabilities together reach `topP`. */
  readonly nucleus: boolean;
  /** Whether tokens already said become less likely. */
  readonly penalises: boolean;
}

/** What {@link chooseToken} is given. */
export type ChooseTokenInputs = {
  /** Scalars. */
  readonly temperature: tf.Scalar;
  readonly topP: tf.Scalar;
  readonly repetitionPenalty: tf.Scalar;
};

/** Just below 1: a rounded number of JavaScript's may be 1 itself. */
const below1 = 1 - 2 ** -23;

/**
 * The choice of `penaliseRepetition`, `nextTokenDistribution` and `drawToken`, on tensors and with 32-bit numbers: so
 * that it can stand within a compiled loop.
 *
 * @param logits `[vocabulary]`
 * @param seen `[vocabulary]`: 1 for the tokens said so far, 0 for others
 * @param point scalar in 0 … 1, where the token is drawn
 * @returns int32 scalar
 */
export function chooseToken(
  logits: tf.Tensor1D,
  seen: tf.Tensor1D,
  point: tf.Scalar,
  { greedy, topK, nucleus, penalises }: ChooseTokenConfig,
  { temperature, topP, repetitionPenalty }: ChooseTokenInputs,
): tf.Scalar {
  return tf.tidy(() => {
    const [vocabulary] = logits.shape;
    const likely = penalises ? penalised(logits, seen, repetitionPenalty) : logits;
    if (greedy) return likely.argMax<tf.Scalar>(0).cast('int32');
    const probabilities =
      topK < vocabulary || nucleus
        ? kept(likely, Math.min(topK, vocabulary), temperature, nucleus ? topP : undefined)
        : tf.softmax(likely.div<tf.Tensor1D>(temperature));
    // The first token at which the sum of the probabilities so far passes the point
    const passed: tf.Tensor1D = probabilities.cumsum<tf.Rank.R1>();
    const total = passed.slice([vocabulary - 1], [1]);
    const share = tf.minimum(point, below1).mul<tf.Tensor1D>(total);
    return passed.lessEqual(share).cast('int32').sum<tf.Scalar>();
  });
}

/** A positive logit of a token already said is divided by the penalty, a negative one multiplied. */
function penalised(logits: tf.Tensor1D, seen: tf.Tensor1D, penalty: tf.Scalar): tf.Tensor1D {
  const lower = tf.where(
    logits.greater(0),
    logits.div<tf.Tensor1D>(penalty),
    logits.mul<tf.Tensor1D>(penalty),
  );
  return tf.where(seen.greater(0), lower, logits);
}

/** The odds of the tokens that top-k and top-p keep, `[vocabulary]`, with 0 for the others. */
function kept(logits: tf.Tensor1D, k: number, temperature: tf.Scalar, topP?: tf.Scalar): tf.Tensor1D {
  const { values, indices } = tf.topk(logits, k);
  const odds = tf.softmax(values.div<tf.Tensor1D>(temperature));
  // A token stays where those before it don't reach p yet
  const before = odds.cumsum<tf.Rank.R1>(0, true);
  const nucleus = topP ? odds.mul<tf.Tensor1D>(before.less(topP).cast('float32')) : odds;
  return tf.scatterND(indices.reshape<tf.Tensor2D>([k, 1]), nucleus, [logits.size]);
}
