import * as tf from '@tensorflow/tfjs';
import { discardTape } from '../backend/discard-tape';
import type { Batch } from '../data';
import { finish } from '../finish';
import type { Layer } from '../nn';
import { clipByGlobalNorm, type Optimizer } from '../optim';
import type { Rng } from '../rng';
import { namedForward } from './named-forward';

/** How wrong a model's output is, as one number: `(logits, targets) → scalar`. */
export type Loss<Y extends tf.Tensor = tf.Tensor, T extends tf.Tensor = tf.Tensor> = (
  output: Y,
  target: T,
) => tf.Scalar;

/** What a step measured before its update. */
export interface StepResult {
  readonly loss: number;
  /** Euclidean length of the whole gradient, before clipping. */
  readonly gradientNorm: number;
}

/** One update on one batch. Where the loss or the gradient's length is not finite, nothing is updated. */
export type Step<X extends tf.Tensor = tf.Tensor, T extends tf.Tensor = tf.Tensor> = (
  batch: Batch<X, T>,
  dropout: Rng,
) => StepResult;

/**
 * The step that training repeats: forward, loss, gradients, clipping, update.
 *
 * @param clipNorm the greatest length of the gradient: a longer one is shortened to it (Pascanu et al., "On the
 * difficulty of training recurrent neural networks", 2013, algorithm 1)
 * @param updating called just before parameters change
 * @throws Error naming a parameter that the loss doesn't depend on
 */
export function trainStep<X extends tf.Tensor, Y extends tf.Tensor, T extends tf.Tensor>(
  model: Layer<X, Y>,
  optimizer: Optimizer,
  loss: Loss<Y, T>,
  clipNorm = Infinity,
  updating: () => void = () => {},
): Step<X, T> {
  const trained = Object.entries(optimizer.parameters);
  const variables = Object.values(optimizer.parameters);
  return ({ x, y }, dropout) => {
    try {
      return tf.tidy(() => {
        const { value, grads } = tf.variableGrads(() => loss(namedForward(model, x, dropout), y), variables);
        const byPath: Record<string, tf.Tensor> = {};
        for (const [path, { name }] of trained)
          byPath[path] =
            grads[name] ?? refuse(`expected a loss that depends on ${path}, got one that doesn't`);
        const { gradients, norm } = clipByGlobalNorm(byPath, clipNorm);
        const result = { loss: value.dataSync()[0], gradientNorm: norm };
        if (Number.isFinite(result.loss) && Number.isFinite(norm)) {
          updating();
          finish(() => optimizer.step(gradients));
        }
        return result;
      });
    } finally {
      discardTape();
    }
  };
}

function refuse(problem: string): never {
  throw new Error(
    `trainStep: ${problem}. Freeze what isn't used (trainable = false) and make the optimizer anew.`,
  );
}
