import * as tf from '@tensorflow/tfjs';
import { discardTape } from '../backend/discard-tape';
import { type Compiled, type CompileOptions, compile, guard, longestSeries, type Outputs } from '../compile';
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
export interface Step<X extends tf.Tensor = tf.Tensor, T extends tf.Tensor = tf.Tensor> {
  /** @param dropout the chance of this step, which a compiled step can only use where it is a `StepRng` */
  (batch: Batch<X, T>, dropout: Rng): StepResult;
  /** How the latest step was done, and why eagerly where it was. */
  readonly compiled: Pick<Compiled<tf.Tensor[], Outputs>, 'mode' | 'xla' | 'compileSeconds' | 'why'>;
  /** How many of the next steps can be done in advance by {@link Step.ahead}, where that pays; else 0. */
  readonly room: number;
  /**
   * Does the next `count` steps in one run of a graph; {@link Step.next} then takes them one by one.
   *
   * @param batch those of `longestSeries` steps, one after the other along the first axis; the first `count` are used
   * @param at brings the caller's state to where a step will find it, from step 0, before each step's numbers are computed
   * @returns whether it was done
   */
  ahead(batch: Batch<X, T>, count: number, at: (step: number) => void): boolean;
  /** The next of the steps done in advance; undefined where there is none, and the step is to be done by itself. */
  next(): StepResult | undefined;
  /** Lets go of the compiled step. */
  dispose(): void;
}

/** How a step is done. */
export interface StepOptions {
  /**
   * The greatest length of the gradient: a longer one is shortened to it (Pascanu et al., "On the difficulty of
   * training recurrent neural networks", 2013, algorithm 1).
   */
  readonly clipNorm?: number;
  /** Operation by operation, instead of as one graph where that is possible. */
  readonly eager?: boolean;
  /** About how many steps there will be: many are worth a longer compilation. */
  readonly steps?: number;
  /** Whether the compiled step uses XLA; by default where that is quicker. */
  readonly xla?: CompileOptions['xla'];
  /** Called just before parameters change. */
  readonly updating?: () => void;
}

/**
 * The step that training repeats: forward, loss, gradients, clipping, update; compiled, where it can be.
 *
 * @throws Error naming a parameter that the loss doesn't depend on
 */
export function trainStep<X extends tf.Tensor, Y extends tf.Tensor, T extends tf.Tensor>(
  model: Layer<X, Y>,
  optimizer: Optimizer,
  loss: Loss<Y, T>,
  { clipNorm = Infinity, eager = false, steps = 0, xla, updating = () => {} }: StepOptions = {},
): Step<X, T> {
  const trained = Object.entries(optimizer.parameters);
  const variables = Object.values(optimizer.parameters);
  let chance: Rng;
  let result: StepResult = { loss: Number.NaN, gradientNorm: Number.NaN };
  const look = (value: number, gradientNorm: number) => {
    result = { loss: value, gradientNorm };
    if (!Number.isFinite(value) || !Number.isFinite(gradientNorm)) throw notFinite;
    updating();
  };

  function work(x: X, y: T): Outputs {
    const { value, grads } = tf.variableGrads(() => loss(namedForward(model, x, chance), y), variables);
    const byPath: Record<string, tf.Tensor> = {};
    for (const [path, { name }] of trained)
      byPath[path] = grads[name] ?? refuse(`expected a loss that depends on ${path}, got one that doesn't`);
    const { gradients, norm } = clipByGlobalNorm(byPath, clipNorm);
    guard([value, norm], ([loss], [length]) => look(loss, length));
    finish(() => optimizer.step(gradients));
    return {};
  }

  const compiled = compile(work, { calls: steps, xla });
  let shapes: Batch['x']['shape'][] = [];
  const step = ({ x, y }: Batch<X, T>, dropout: Rng): StepResult => {
    chance = dropout;
    shapes = [x.shape, y.shape];
    try {
      tf.tidy(() => {
        (eager ? work : compiled)(x, y);
      });
    } catch (error) {
      if (error !== notFinite) throw error;
    } finally {
      discardTape();
    }
    return result;
  };

  function ahead({ x, y }: Batch<X, T>, count: number, at: (step: number) => void): boolean {
    const stacked = shapes.map((shape) => [longestSeries, ...shape]);
    const fits = [x, y].every(({ size }, index) => size === tf.util.sizeFromShape(stacked[index]));
    if (!fits) return false;
    const { steps } = optimizer;
    try {
      return tf.tidy(() =>
        compiled.ahead.start(count, [x.reshape(stacked[0]), y.reshape(stacked[1])], (step) => {
          optimizer.steps = steps + step;
          at(step);
        }),
      );
    } finally {
      optimizer.steps = steps;
    }
  }

  function next(): StepResult | undefined {
    try {
      return compiled.ahead.take() ? result : undefined;
    } catch (error) {
      if (error !== notFinite) throw error;
      return result;
    }
  }

  return Object.defineProperties(
    Object.assign(step, { compiled, ahead, next, dispose: compiled.dispose, room: 0 }),
    {
      room: { get: () => (eager ? 0 : compiled.ahead.room) },
    },
  );
}

/** Thrown by the guard of a step, so that nothing is updated. */
const notFinite = new Error('trainStep: expected a finite loss and gradient');

function refuse(problem: string): never {
  throw new Error(
    `trainStep: ${problem}. Freeze what isn't used (trainable = false) and make the optimizer anew.`,
  );
}
