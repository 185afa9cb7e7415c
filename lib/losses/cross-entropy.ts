import * as tf from '@tensorflow/tfjs';
import { expectBetween } from '../expect/expect-between';
import { expectFinite } from '../expect/expect-finite';
import { expectShape } from '../expect/expect-shape';
import { logSoftmax } from '../nn/log-softmax';
import type { ReductionOptions } from './reduction';
import { targetRows } from './target-rows';

/** What {@link crossEntropy} leaves out, softens and sums up. */
export interface CrossEntropyOptions extends ReductionOptions {
  /** A label whose rows count for nothing, such as that of padding. */
  readonly ignore?: number;
  /** The share e of every target that is spread evenly over all classes: (1 − e) y + e/V. */
  readonly smoothing?: number;
}

/**
 * How surprised the softmax of the logits is by the targets, in nats per target; ln V for a model that knows nothing.
 *
 * Smoothing: Szegedy et al., "Rethinking the Inception architecture", 2016, section 7.
 *
 * @param logits `[..., classes]`
 * @param targets int32 labels `[...]`, or soft targets `[..., classes]` whose rows sum to 1
 * @throws Error on a label that names no class, on shapes that don't fit, on an empty batch
 * @example crossEntropy(model.forward(x), labels) // about 2.3 before training on ten digits
 */
export function crossEntropy(
  logits: tf.Tensor,
  targets: tf.Tensor,
  { ignore, smoothing = 0, reduction = 'mean' }: CrossEntropyOptions = {},
): tf.Scalar {
  const who = 'crossEntropy';
  expectBetween(who, 'a smoothing', smoothing, 0, 1);
  expectShape(who, logits, '...', 'classes');
  expectFinite(who, logits);
  return tf.tidy(() => {
    const V = logits.shape[logits.rank - 1];
    // Y [targets, V], one row per target; `counted` [targets, 1] is 1 where the target is not ignored
    const { rows, counted } = targetRows(who, logits, targets, ignore);
    const even = counted ? counted.mul(smoothing / V) : smoothing / V;
    const y = smoothing > 0 ? rows.mul(1 - smoothing).add<tf.Tensor2D>(even) : rows;
    const n = reduction === 'sum' ? tf.scalar(1) : counted ? counted.sum() : tf.scalar(rows.shape[0]);
    return surprise(logits.reshape([-1, V]), y, n.asScalar());
  });
}

/** −Σ Y log softmax(X) / n, for X and Y `[targets, classes]`. */
function surprise(x: tf.Tensor2D, y: tf.Tensor2D, n: tf.Scalar): tf.Scalar {
  const loss = tf.customGrad((x, save) => {
    const logP = logSoftmax(x as tf.Tensor2D);
    (save as tf.GradSaveFunc)([logP, y, n]);
    return {
      // L = −Σ Y log P / n
      value: logP.mul(y).sum().neg().div<tf.Scalar>(n),
      gradFunc: (dy: tf.Scalar, [logP, y, n]: tf.Tensor[]) =>
        // ∂L/∂X = (P Σ Y − Y) / n; the row sums of Y are 1, or 0 where the target is ignored
        logP
          .exp()
          .mul(y.sum(1, true))
          .sub(y)
          .mul(dy.div(n)),
    };
  });
  return loss(x) as tf.Scalar;
}
