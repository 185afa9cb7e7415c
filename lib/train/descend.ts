import * as tf from '@tensorflow/tfjs';
import { expectSize } from '../expect/expect-size';
import { giveWay } from '../give-way';
import type { Optimizer } from '../optim';
import { Rng } from '../rng';
import { trainStep } from './train-step';
import type { TrainingProgress } from './training-progress';

/** How long {@link descend} goes on. */
export interface DescendOptions {
  /** Updates to make. */
  readonly steps: number;
}

/**
 * Lets an optimiser walk down any function of its parameters, without data: a surface, or a loss of all examples.
 *
 * A walk that leaves the world ends early: the last step told is the one whose loss or gradient isn't finite, and it
 * changes nothing.
 *
 * @param optimizer made for the parameters, such as `new Sgd({ point }, { learningRate: 0.001 })`
 * @param loss the height where the parameters are now
 * @returns the progress after each step, with the loss before its update
 * @example for await (const { loss } of descend(sgd, () => rosenbrock(point), { steps: 100 })) losses.push(loss);
 */
export function descend(
  optimizer: Optimizer,
  loss: () => tf.Tensor,
  { steps }: DescendOptions,
): AsyncGenerator<TrainingProgress, void, undefined> {
  expectSize('descend', 'steps', steps);
  return walk(optimizer, loss, steps);
}

async function* walk(
  optimizer: Optimizer,
  loss: () => tf.Tensor,
  steps: number,
): AsyncGenerator<TrainingProgress, void, undefined> {
  const rng = new Rng(0); // no chance here
  const height = (value: tf.Tensor) => expectOneNumber(value);
  const step = trainStep({ forward: loss }, optimizer, height, { steps });
  const next = giveWay();
  const start = performance.now();
  try {
    for (let number = 1; number <= steps; number++) {
      await next();
      const { loss: value, gradientNorm } = tf.tidy(() => ({
        ...step({ x: tf.scalar(0), y: tf.scalar(0) }, rng),
      }));
      const perSecond = (1000 * number) / (performance.now() - start);
      yield {
        step: number,
        steps,
        loss: value,
        examplesPerSecond: perSecond,
        secondsLeft: (steps - number) / perSecond,
      };
      if (!Number.isFinite(value) || !Number.isFinite(gradientNorm)) return;
    }
  } finally {
    step.dispose();
  }
}

function expectOneNumber(value: tf.Tensor): tf.Scalar {
  if (value.size !== 1)
    throw new Error(
      `descend: expected a loss of one number, got [${value.shape.join(', ')}]. Add .sum() to it.`,
    );
  return value.asScalar();
}
