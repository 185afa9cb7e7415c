import * as tf from '@tensorflow/tfjs';
import { discardTape } from '../backend/discard-tape';
import type { Batch } from '../data';
import type { Layer } from '../nn';
import { trainable } from '../optim/trainable';
import { namedForward } from './named-forward';
import type { Loss } from './train-step';

/** What the gradient of one parameter looks like. */
export interface GradientStatistics {
  /** Its Euclidean length. */
  readonly norm: number;
  /** The mean of its numbers. */
  readonly mean: number;
  /** The share of its numbers that are exactly 0, such as those of units that ReLU silenced, 0 … 1. */
  readonly zeros: number;
}

/**
 * Measures the gradient of every trainable parameter on one batch, with dropout off; changes nothing.
 *
 * The lengths are summed up in double precision, where the square of 1e-30 is still a number.
 *
 * @param batch stays the caller's
 * @returns by path, in the order of the model's fields; all 0 for a parameter that the loss doesn't depend on
 * @example gradientStatistics(model, batch, crossEntropy)['layers.0.weight'].norm
 */
export function gradientStatistics<X extends tf.Tensor, Y extends tf.Tensor, T extends tf.Tensor>(
  model: Layer<X, Y>,
  { x, y }: Batch<X, T>,
  loss: Loss<Y, T>,
): Record<string, GradientStatistics> {
  const measured = Object.entries(trainable('gradientStatistics', model));
  const variables = measured.map(([, variable]) => variable);
  const found: Record<string, GradientStatistics> = {};
  try {
    tf.tidy(() => {
      const { grads } = tf.variableGrads(() => loss(namedForward(model, x), y), variables);
      for (const [path, { name, size }] of measured)
        found[path] = statistics(grads[name]?.dataSync<'float32'>() ?? new Float32Array(size));
    });
    return found;
  } finally {
    discardTape();
  }
}

function statistics(gradient: Float32Array): GradientStatistics {
  let squares = 0;
  let sum = 0;
  let zeros = 0;
  for (const g of gradient) {
    squares += g * g;
    sum += g;
    if (g === 0) zeros++;
  }
  // |g| = √ Σ g²
  return { norm: Math.sqrt(squares), mean: sum / gradient.length, zeros: zeros / gradient.length };
}
