import * as tf from '@tensorflow/tfjs';
import { expectLabels } from '../losses/expect-labels';

/**
 * How many targets the largest logit names.
 *
 * @param logits `[..., classes]`
 * @param targets labels `[...]`, or soft targets `[..., classes]`, of which the largest counts
 * @throws Error on a label that names no class, on shapes that don't fit
 */
export function hits(who: string, logits: tf.Tensor, targets: tf.Tensor): number {
  const axes = logits.shape.slice(0, -1);
  const soft = tf.util.arraysEqual(targets.shape, logits.shape);
  if (!soft && !tf.util.arraysEqual(targets.shape, axes))
    throw new Error(
      `${who}: expected labels [${axes.join(', ')}] or soft targets [${logits.shape.join(', ')}], ` +
        `got [${targets.shape.join(', ')}]`,
    );
  if (!soft) expectLabels(who, targets, logits.shape[logits.rank - 1]);
  const labels = soft ? targets.argMax(-1) : targets;
  return logits.argMax(-1).equal(labels).sum().dataSync()[0];
}
