import * as tf from '@tensorflow/tfjs';
import { expectDistributions } from './expect-distributions';
import { expectLabels } from './expect-labels';

/** Targets as rows of probabilities. */
interface TargetRows {
  /** `[targets, classes]`; a row of zeros where the target is ignored */
  readonly rows: tf.Tensor2D;
  /** `[targets, 1]`, 1 where the target counts and 0 where it is ignored; only with `ignore` */
  readonly counted?: tf.Tensor2D;
}

/**
 * The targets of a classification as one row of probabilities each: labels become rows with a single 1.
 *
 * @param scores `[..., classes]`, for their shape
 * @param targets int32 labels `[...]`, or soft targets `[..., classes]`
 */
export function targetRows(who: string, scores: tf.Tensor, targets: tf.Tensor, ignore?: number): TargetRows {
  const classes = scores.shape[scores.rank - 1];
  const axes = scores.shape.slice(0, -1);
  if (targets.dtype !== 'int32' && tf.util.arraysEqual(targets.shape, scores.shape)) {
    expectDistributions(who, 'soft targets', targets);
    return { rows: targets.reshape([-1, classes]) };
  }
  if (targets.dtype !== 'int32' || !tf.util.arraysEqual(targets.shape, axes))
    throw new Error(
      `${who}: expected int32 labels [${axes.join(', ')}] or soft targets [${scores.shape.join(', ')}], ` +
        `got ${targets.dtype} [${targets.shape.join(', ')}]`,
    );
  expectLabels(who, targets, classes, ignore);
  const labels = targets.flatten<tf.Tensor1D>();
  // The WebAssembly backend ignores oneHot's own dtype, hence the cast.
  const rows = tf.oneHot(labels, classes).cast<tf.Tensor2D>('float32');
  if (ignore === undefined) return { rows };
  const counted = labels.notEqual(ignore).cast('float32').reshape<tf.Tensor2D>([-1, 1]);
  return { rows: rows.mul(counted), counted };
}
