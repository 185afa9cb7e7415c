import * as tf from '@tensorflow/tfjs';
import { longestSeries } from '../compile';
import type { Dataset } from '../data';
import type { Layer } from '../nn';
import { StepRng } from '../noise';
import type { Optimizer } from '../optim';
import type { BatchOrder } from './batch-order';
import { firstNotFinite } from './first-not-finite';
import { StepNotes } from './step-notes';
import { stepsInARow } from './steps-in-a-row';
import type { TrainOptions } from './train-options';
import { type StepResult, trainStep } from './train-step';

/** What a step needs to know of its run. */
export interface Run {
  readonly order: BatchOrder;
  readonly steps: number;
  /** Called just before parameters change. */
  readonly updating: () => void;
}

/** A run's steps by number. */
export interface GuardedStep {
  /** @throws Error where the loss or the gradient is not finite; nothing is updated then */
  step(number: number): StepResult;
  /** For the reader, before the next step if there is one. */
  note(next?: number): { note?: string };
  /** Whether the latest step also loaded its graph. */
  waited(): boolean;
  dispose(): void;
}

/**
 * The step with its batch, refusing a loss or a gradient that is not finite before anything is updated. Several short
 * steps are done in one run of a graph, where nobody is known to look at the model between them.
 */
export function guardedStep<X extends tf.Tensor, Y extends tf.Tensor, T extends tf.Tensor>(
  model: Layer<X, Y>,
  optimizer: Optimizer,
  data: Dataset<X, T>,
  { loss, clipNorm, rng, eager, heldOut, checkpoint }: TrainOptions<Y, T>,
  { order, steps, updating }: Run,
): GuardedStep {
  const update = trainStep(model, optimizer, loss, { clipNorm, updating, eager, steps });
  const notes = new StepNotes();
  const clock = { step: 0 };
  const dropout = () => new StepRng(rng.fork('dropout'), clock);
  const every = [heldOut, checkpoint].flatMap((look) => (look ? [look.every] : []));

  /** Does several steps from this one on, if that pays and may be. */
  function inAdvance(number: number): boolean {
    const most = data.isFixed ? update.room : 0;
    const count = most && stepsInARow(number, most, order, { steps, every });
    if (count < 2) return false;
    const all = new Int32Array(longestSeries * order.batchSize);
    for (let index = 0; index < longestSeries; index++)
      all.set(order.indices(number + Math.min(index, count - 1)), index * order.batchSize);
    const done = update.ahead(data.take(all), count, (index) => {
      clock.step = number + index;
    });
    clock.step = number;
    return done;
  }

  function step(number: number): StepResult {
    clock.step = number;
    const indices = order.indices(number);
    const ready = update.next() ?? (inAdvance(number) ? update.next() : undefined);
    const batch = ready ? undefined : data.take(indices);
    const result = batch ? update(batch, dropout()) : ready!;
    notes.after(indices.length, update.compiled);
    for (const [name, value] of Object.entries({ loss: result.loss, 'gradient norm': result.gradientNorm }))
      if (!Number.isFinite(value)) {
        const taken = batch ?? data.take(indices);
        const place = firstNotFinite(model, optimizer.parameters, loss, taken, indices, dropout());
        throw new Error(
          `train: step ${number}: expected a finite ${name}, got ${value}. It first appears in ${place}. ` +
            'The parameters are as they were before this step. Try a smaller learning rate or clipNorm.',
        );
      }
    return result;
  }

  return {
    // The scope's end frees the batch, also where the step is halted by force, which passes by every `finally`.
    step: (number) => tf.tidy(() => ({ ...step(number) })),
    note: (next) => notes.before(next && order.indices(next).length),
    waited: () => notes.waited,
    dispose: update.dispose,
  };
}
