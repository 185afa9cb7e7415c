import type * as tf from '@tensorflow/tfjs';

/**
 * How many targets the largest logit names.
 *
 * @param logits `[..., classes]`
 * @param targets labels `[...]`, or soft targets `[..., classes]`, of which the largest counts
 */
export function hits(logits: tf.Tensor, targets: tf.Tensor): number {
  const labels = targets.rank === logits.rank ? targets.argMax(-1) : targets;
  return logits.argMax(-1).equal(labels).sum().dataSync()[0];
}
