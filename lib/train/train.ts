import type * as tf from '@tensorflow/tfjs';
import type { Dataset } from '../data';
import { finish } from '../finish';
import type { Layer } from '../nn';
import type { Optimizer } from '../optim';
import { BatchOrder } from './batch-order';
import { loadCheckpoint, saveCheckpoint } from './checkpoint';
import { expectOptions } from './expect-options';
import { guardedStep } from './guarded-step';
import { LeakGuard } from './leak-guard';
import { Pace } from './pace';
import type { Progress } from './progress';
import type { TrainOptions } from './train-options';

/** The longest time without a turn of the event loop, on which output and the stop button depend. */
const longestWork = 25; // ms

/**
 * Trains a model: the one loop for every model of the course. Nothing happens until the reader asks for progress.
 *
 * Each epoch visits every example once, in a new order; the last batch of an epoch may be short. Where the data have
 * buckets, a batch has examples of one, as far as there are enough. Leaving the loop
 * early, by `break` or the stop button, leaves the model as the last step made it, ready to be used or trained on.
 *
 * @param optimizer made for this model
 * @returns the progress after each step
 * @throws Error where an option makes no sense, at once; where the loss or the gradient is not finite, naming the
 * step and the layer, before the update; where the model or the loss leaves tensors behind at every step
 * @throws the signal's reason when stopped
 * @example
 * for await (const { step, loss } of train(model, optimizer, digits.train, { batchSize, epochs, rng, loss: crossEntropy }))
 *   console.log(step, loss);
 */
export function train<X extends tf.Tensor, Y extends tf.Tensor, T extends tf.Tensor>(
  model: Layer<X, Y>,
  optimizer: Optimizer,
  data: Dataset<X, T>,
  options: TrainOptions<Y, T>,
): AsyncGenerator<Progress, void, undefined> {
  expectOptions(model, optimizer, data, options);
  return run(model, optimizer, data, options);
}

async function* run<X extends tf.Tensor, Y extends tf.Tensor, T extends tf.Tensor>(
  model: Layer<X, Y>,
  optimizer: Optimizer,
  data: Dataset<X, T>,
  options: TrainOptions<Y, T>,
): AsyncGenerator<Progress, void, undefined> {
  const { batchSize, rng, heldOut, checkpoint } = options;
  const order = new BatchOrder(data.size, batchSize, rng, data.bucketOf?.bind(data));
  const steps = options.steps ?? options.epochs * order.stepsPerEpoch;
  const state = { model, optimizer, rng, batchSize, size: data.size };
  let step = options.resume === undefined ? 0 : loadCheckpoint(options.resume, state);
  if (step > steps)
    throw new Error(`train: expected a checkpoint of at most ${steps} steps, got one of ${step}`);
  const leaks = new LeakGuard('train: one step', 2);
  const pace = new Pace();
  const due = (every: number) => step % every === 0 || step === steps;
  let saved = step;
  let whole = true; // false from the beginning of an update to its end
  const updating = () => {
    whole = false;
  };
  const update = guardedStep(model, optimizer, data, options, { order, steps, updating });
  let turned = performance.now();
  const save = () => {
    if (!checkpoint || saved === step) return;
    finish(() => saveCheckpoint(checkpoint.path, state, step));
    saved = step;
  };
  try {
    while (step < steps) {
      if (performance.now() - turned >= longestWork) {
        await new Promise(setImmediate);
        turned = performance.now();
      }
      const signal = options.signal ?? globalThis.kernel?.signal;
      if (signal?.aborted) throw signal.reason;

      const { learningRate } = optimizer;
      const begun = performance.now();
      const result = finish(() => leaks.watch(() => update.step(step + 1)), { unlessSlow: true });
      step++;
      whole = true;
      const milliseconds = performance.now() - begun;
      if (update.waited()) pace.leaveOut(milliseconds);
      else pace.count(order.indices(step).length, milliseconds);
      const measured = heldOut && due(heldOut.every) ? { heldOut: await heldOut.measure() } : {};
      if (checkpoint && due(checkpoint.every)) save();
      yield {
        step,
        steps,
        epoch: order.epoch(step),
        epochs: order.epoch(steps),
        ...result,
        learningRate,
        examplesPerSecond: pace.examplesPerSecond,
        secondsLeft: pace.secondsLeft(steps - step),
        ...update.note(step < steps ? step + 1 : undefined),
        ...measured,
      };
    }
  } finally {
    update.dispose();
    if (whole) save(); // stopped, left by break, or the reader's own error: the last step is not lost
  }
}
